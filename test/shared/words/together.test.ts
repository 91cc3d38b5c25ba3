/** Several things of one rotation as one line of an email. */
import { describe, expect, test } from 'vitest';
import { DAY_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { type Occasion, occasionsAt } from '#shared/words/occasions.ts';
import { papersTogether, rotationsTogether } from '#shared/words/together.ts';
import { paperName } from '#shared/world/hosts/document-kinds.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { plansOf } from '../../laws/plans.ts';
import { acceptedAtBrown } from '../plan/moves/stories.ts';
import { TB_AT_YALE } from '../views/email/occasions.ts';

const { rotations } = acceptedAtBrown().facts;

function titled(title: string, of: Partial<Occasion> = {}): { readonly occasion: Occasion } {
  const words = { ...TB_AT_YALE.words, title: `${title} for the Brown IR rotation`, short: title };
  return { occasion: { ...TB_AT_YALE, subject: `r1/${title}`, words, ...of } };
}

const PAPERS = ['CV', 'transcript', 'flu shot', 'passport', 'TB test'].map((title) =>
  titled(title),
);
const HOUSING = titled('housing', { rule: 'housing' });

function lines(list: readonly { readonly occasion: Occasion }[]): string[] {
  return rotationsTogether(papersTogether(list, rotations), rotations).map(
    ({ occasion }) => occasion.words.title,
  );
}

describe('the things of one rotation', () => {
  test('are one line that names the host once, and counts no step among its papers', () => {
    expect(lines([HOUSING, ...PAPERS])).toEqual([
      'housing; CV, transcript, and 3 more papers for Brown',
    ]);
  });

  test('are counted with every paper where they are private', () => {
    const isPrivate = { discreet: 'one step for your Brown IR rotation' };
    const papers = PAPERS.map(({ occasion }) => ({ occasion: { ...occasion, ...isPrivate } }));
    const [line] = rotationsTogether(papersTogether([HOUSING, ...papers], rotations), rotations);
    expect(line?.occasion.discreet).toBe('6 steps for your Brown IR rotation');
  });

  test('are counted where they have one name, which is said once', () => {
    const tasks = [1, 2, 3].map((n) =>
      titled('personal task', { rule: 'own-task', subject: `r1/own-${n}` }),
    );
    expect(lines([...tasks, HOUSING])).toEqual(['3 personal tasks and housing for Brown']);
    expect(lines([...tasks.slice(0, 1), HOUSING])).toEqual(['personal task and housing for Brown']);
  });

  test('are all nouns without an article, whichever come together', () => {
    const named = plansOf(60).flatMap(({ applicant, now }) =>
      [0, 30, 120].flatMap((days) => namedIn(applicant, plusMs(now, days * DAY_MS))),
    );
    expect(named).toEqual(expect.arrayContaining(['decision', 'application', 'letter request']));
    const others = /^(an?|the|answer the|apply|ask|assign|call|decide|get|send|write)\b/;
    expect(named.filter((title) => others.test(title))).toEqual([]);
  });

  test('keep their own title where there is one', () => {
    expect(lines([HOUSING])).toEqual(['housing for the Brown IR rotation']);
  });
});

/** Each step that a line names among others. */
function namedIn(person: Applicant, at: Instant): string[] {
  const { facts } = withTimePassed(person, at, PUBLISHED_WORLD);
  const list = occasionsAt(facts, PUBLISHED_WORLD, at).map((occasion) => ({ occasion }));
  return rotationsTogether(list, facts.rotations).flatMap(({ occasion: { holds = [] } }) =>
    holds.flatMap(({ title, isPaper }) => (isPaper ? [] : [title])),
  );
}

test.each([
  ['influenza', 'flu shot'],
  ['varicella', 'varicella record or titer'],
  ['tb', 'TB test'],
  ['english', 'English proof'],
  ['tdap', 'Tdap vaccination'],
] as const)('within a sentence %s is “%s”', (kind, name) => {
  expect(paperName(kind)).toBe(name);
});
