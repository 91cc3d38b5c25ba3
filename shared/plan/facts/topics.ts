/** The topics of emails, which a person can stop one by one. Every rule belongs to one topic. */
import * as z from 'zod';

interface Topic {
  /** Completes "Emails about …". */
  readonly label: string;
  readonly rules: readonly string[];
}

export const TOPICS = {
  applications: {
    label: 'applications and offers',
    rules: [
      'G6',
      'affiliation',
      'apply',
      'accept',
      'payment',
      'apply-by',
      'follow-up',
      'offer-end',
      'dates',
      'host-answer',
      'overlap',
      'gate',
      'possible',
      'closed',
    ],
  },
  documents: {
    label: 'documents and the visa',
    rules: [
      'G14',
      'G14b',
      'G13',
      'visa',
      'esta',
      'entry',
      'entry-until',
      'visa-wait',
      'appointment-day',
      'housing',
      'flight',
    ],
  },
  rotation: {
    label: 'the rotation itself',
    rules: ['G15b', 'G18', 'G19', 'own-task', 'started', 'ended'],
  },
  letters: {
    label: 'letters',
    rules: [
      'G15',
      'assign-letter',
      'G10',
      'G16b',
      'letter-declined',
      'call-writer',
      'promised-too-late',
      'letter-agreed',
      'letter-uploaded',
      'G17',
      'G17b',
    ],
  },
  season: {
    label: 'the season as a whole',
    rules: ['G11', 'G8', 'G1', 'G3', 'G4', 'G22', 'G7', 'G20'],
  },
  overview: { label: 'what is further ahead (the overview)', rules: [] },
} as const satisfies Readonly<Record<string, Topic>>;

export type TopicName = keyof typeof TOPICS;

export const TOPIC_NAMES = Object.keys(TOPICS) as [TopicName, ...TopicName[]];
export const topicSchema = z.enum(TOPIC_NAMES);

/** Undefined for a rule whose emails cannot be stopped. */
export function topicOf(ruleId: string): TopicName | undefined {
  return TOPIC_NAMES.find((name) => (TOPICS[name].rules as readonly string[]).includes(ruleId));
}

export function isStopped(ruleId: string, stopped: readonly TopicName[]): boolean {
  const topic = topicOf(ruleId);
  return topic !== undefined && stopped.includes(topic);
}
