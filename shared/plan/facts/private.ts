/** What stays between applicants and their plan: reflections, people met, the case log, own tasks and notes. No page of an advisor shows it. */
import type { OwnEvent, RotationEventType } from './events.ts';
import type { Facts } from './facts.ts';
import type { Rotation } from './rotation.ts';

export const PRIVATE_EVENTS: ReadonlySet<string> = new Set<RotationEventType | OwnEvent['type']>([
  'feedback-given',
  'cases-counted',
  'mentor-named',
  'talk-held',
  'task-given',
  'task-done',
  'own-task-set',
  'own-task-done',
  'note-kept',
  'story-noted',
  'experience-added',
  'experience-removed',
  'packet-entered',
]);

/** Their titles are what the applicant wrote down. */
export const PRIVATE_RULES: readonly string[] = ['own-task', 'G19'];

/** The plan as an advisor may read it. That a talk took place stays, so that the agenda asks for none; what was said goes. */
export function withoutPrivate({ stories: _, experiences: __, packet, ...facts }: Facts): Facts {
  const items = Object.keys(packet ?? {}).map((item) => [item, { text: '…' }]);
  return {
    ...facts,
    rotations: facts.rotations.map(ofRotation),
    ...(packet && { packet: Object.fromEntries(items) }),
  };
}

function ofRotation(rotation: Rotation): Rotation {
  const { ownNote: _, ownTasks: __, tasks: ___, cases: ____, feedback, mentor, ...kept } = rotation;
  return {
    ...kept,
    ...(feedback && { feedback: { mood: 'positive', on: feedback.on } }),
    ...(mentor && { mentor: 'someone there' }),
  };
}
