/** The emails that answer a cause: a link, a correction, a date that moved, a confirmation, an advisor's message. */

import { plusDays } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { PlannedMail } from '#shared/people/mailing/plan.ts';
import { planDates } from '#shared/people/mailing/plan-dates.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { World } from '#shared/world/world.ts';

const MESSAGE = {
  from: 'Dana Advisor',
  subject: 'Mock interviews in October',
  paragraphs: ['Mock interviews are held on two Fridays in October. Tell me which one suits you.'],
};

/** The emails that answer a cause: each as the person's item would ask for it. */
export function causeMails(
  person: Applicant,
  world: World,
  now: Instant,
): (readonly [string, PlannedMail, Applicant])[] {
  const asking = (cause: Omit<Applicant['causes'][number], 'id' | 'at'>): Applicant => ({
    ...person,
    causes: [{ id: cause.stream, at: now, ...cause }],
  });
  const moved = planDates(person.facts, world)
    .filter(({ key }) => key.startsWith('season/'))
    .slice(-3)
    .map(({ key, day, certainty }) => ({ key, was: { day: plusDays(day, -7), certainty } }));
  const rotationId = person.facts.rotations[0]?.id;
  const answering = (stream: PlannedMail['stream']): PlannedMail => ({
    stream,
    nudges: [],
    causeId: stream,
  });
  return [
    ['link', answering('link'), asking({ stream: 'link' })],
    [
      'correction',
      answering('correction'),
      asking({ stream: 'correction', ...(rotationId && { rotationId }) }),
    ],
    ['date-moved', answering('date-moved'), asking({ stream: 'date-moved', moved })],
    ['confirm', answering('confirm'), asking({ stream: 'confirm' })],
    ['message', answering('message'), asking({ stream: 'message', message: MESSAGE })],
  ];
}
