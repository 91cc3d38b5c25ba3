/** What the demo's advisors have done about the cases that the rules opened: some are owned, the others wait. */
import { type UpdateDeps, update } from '#functions/update.ts';
import type { Day } from '#shared/base/time/day.ts';
import { openCaseOf } from '#shared/people/casework/casework.ts';
import { DEMO_ADVISORS } from './advisors.ts';
import type { DemoStart } from './story.ts';

interface Taken {
  readonly personId: string;
  readonly advisor: 'dana' | 'omar';
  readonly note: string;
  readonly followUpOn: Day;
  readonly contactedOn?: Day;
}

/** Whose case is taken, as of the day the demo begins. */
function taken({ day }: DemoStart): Taken[] {
  return [
    {
      personId: 'farah',
      advisor: 'dana',
      note: 'Called her: she will ask the second attending on Monday.',
      followUpOn: day(0),
      contactedOn: day(-2),
    },
    {
      personId: 'emeka',
      advisor: 'omar',
      note: 'Asked the occupational health office for the next free day.',
      followUpOn: day(3),
    },
  ];
}

/** Takes each of these cases that is open. Throws where an update is refused: it is told wrongly. */
export async function takeCases(
  deps: UpdateDeps & { newId(): string },
  start: DemoStart,
): Promise<void> {
  for (const { personId, advisor, ...work } of taken(start)) {
    const person = await deps.store.read('applicant', personId);
    const open = openCaseOf(person?.casework);
    const owner = DEMO_ADVISORS[advisor]?.profile.name;
    if (!person || !open || !owner) continue;
    const { answer } = await update(deps, personId, {
      id: deps.newId(),
      by: 'advisor',
      revision: person.revision,
      event: { type: 'case-updated', caseId: open.id, owner, ...work },
    });
    if (answer !== 'accepted')
      throw new Error(`The demo's ${advisor} cannot take a case: ${answer}`);
  }
}
