/** What holds of every agenda, shown on generated plans; and that each law catches what is planted against it. */
import { describe, expect, test } from 'vitest';
import { dayDeadline } from '#shared/agenda/deadline.ts';
import type { Matter } from '#shared/agenda/matter.ts';
import { STANDING_NAMES, standings } from '#shared/agenda/standings.ts';
import { inOrder } from '#shared/agenda/urgency.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { FINDING_RULES } from '#shared/words/findings.ts';
import { MATTER_RULES } from '#shared/words/matters/matter-words.ts';
import { GUIDE_RULES } from '#shared/world/guide/rules.ts';
import { JUDGE, type Judge, LAWS } from './laws.ts';
import { plansOf } from './plans.ts';
import { runLaws } from './run.ts';

/** `npm run test:season` looks at two thousand, `npm run laws -- --plans N` at any number. */
const PLANS = process.env.AWAY_SEASONS === 'whole' ? 2000 : 200;

describe('on generated plans', () => {
  const run = runLaws(PLANS);

  test.each(Object.keys(LAWS))('law %s', (law) => {
    expect(run.broken[law]).toEqual([]);
  });

  test('every kind of matter and every standing is reached', () => {
    const reached = Object.keys(run.reached).map((key) => key.split(' '));
    const kinds = ['step', 'paper', 'letter', 'count', 'season', 'question', 'conflict', 'note'];
    expect(new Set(reached.map(([kind]) => kind))).toEqual(new Set(kinds));
    expect(new Set(reached.map(([, name]) => name))).toEqual(new Set(STANDING_NAMES));
  });

  test('law 7: rules of the guide end in a matter and in each of the five reasons', () => {
    const { ends } = run;
    console.info(ends);
    expect(Object.entries(ends).filter(([, count]) => count === 0)).toEqual([]);
  });
});

test('law 7: every rule of the guide is a matter or a finding', () => {
  const encoded = new Set([...MATTER_RULES, ...FINDING_RULES]);
  expect(GUIDE_RULES.filter(({ id }) => !encoded.has(id)).map(({ id }) => id)).toEqual([]);
});

/** An agenda with every matter changed. */
function changing(change: (matter: Matter) => Matter | undefined): Judge {
  return (facts, now) => {
    const at = JUDGE(facts, now);
    const matters = at.matters.flatMap((each) => change(each) ?? []);
    const { zone } = facts.profile;
    const judged = standings(matters, now, zone);
    return {
      ...at,
      matters,
      standings: judged,
      ordered: inOrder(matters, judged, dayIn(zone, now)),
    };
  };
}

const reversed: Judge = (facts, now) => {
  const at = JUDGE(facts, now);
  return { ...at, ordered: at.ordered.toReversed() };
};

const PAST = dayDeadline('2026-01-01', { certainty: 'entered', source: 'a planted fault' });

const FAULTS: [law: string, fault: string, judge: Judge][] = [
  [
    '1',
    'a day that the emails do not show',
    changing((each) => (each.due ? { ...each, safeBy: '2020-01-01' } : each)),
  ],
  [
    '1b',
    'a step that is late by other days',
    changing((each) => (each.rule === 'G6' ? { ...each, safeBy: '2020-01-01' } : each)),
  ],
  [
    '1b',
    'a plan that cannot be, of which nobody says why',
    (facts, now) => {
      const at = JUDGE(facts, now);
      const [first] = at.matters;
      return first ? { ...at, state: { name: 'cannot-be', first } } : at;
    },
  ],
  ['1c', 'emails that begin with what matters least', reversed],
  ['2', 'a step with no button', changing((each) => ({ ...each, answers: [] }))],
  [
    '2',
    'a button that reports another step',
    changing((each) =>
      each.rule === 'housing'
        ? {
            ...each,
            answers: [
              {
                does: 'report',
                event: {
                  type: 'step-reported',
                  rotationId: each.subject,
                  step: 'flight',
                  state: 'done',
                },
              },
            ],
          }
        : each,
    ),
  ],
  [
    '3',
    'a step that is late, of which no email says so',
    changing((each) => (each.rule === 'G11' && !each.done ? { ...each, due: PAST } : each)),
  ],
  [
    '3',
    'a loss that no email names',
    changing((each) => (each.rule === 'apply' ? { ...each, impossible: true } : each)),
  ],
  [
    '4',
    'a paper that is done, and asked for',
    changing((each) => (each.rule === 'G14' ? { ...each, done: true } : each)),
  ],
  [
    '4',
    'an answer of the host, asked of the applicant',
    changing((each) => (each.rule === 'follow-up' ? { ...each, whose: 'host' } : each)),
  ],
  [
    '4',
    'a step that is asked before what it needs',
    changing((each) =>
      each.rule === 'apply' ? { ...each, needs: [`G14b|${each.subject}`] } : each,
    ),
  ],
  [
    '4b',
    'a plan that is always on track',
    (facts, now) => ({ ...JUDGE(facts, now), state: { name: 'on-track' } }),
  ],
  [
    '4c',
    'a plan that is calm until something is late',
    (facts, now) => {
      const at = JUDGE(facts, now);
      const isCalm = at.state.name === 'needs-you' && at.state.late === 0;
      return isCalm ? { ...at, state: { name: 'on-track' } } : at;
    },
  ],
  [
    '5',
    'a day counted from today',
    (facts, now) => {
      const today = now.slice(0, 10) as '2026-11-23';
      const due = dayDeadline(today, { certainty: 'estimated', source: 'a planted fault' });
      return changing((each) => (each.rule === 'G11' ? { ...each, due } : each))(facts, now);
    },
  ],
  [
    '6',
    'a step that makes another late',
    (facts, now) => {
      const isBooked = JUDGE(facts, now).matters.some(
        ({ rule, done }) => rule === 'housing' && done,
      );
      const due = dayDeadline('2020-01-01', { certainty: 'entered', source: 'a planted fault' });
      return changing((each) =>
        each.rule === 'G14b' && isBooked && !each.done ? { ...each, due, hard: true } : each,
      )(facts, now);
    },
  ],
  ['7', 'a step that is left out', changing((each) => (each.rule === 'flight' ? undefined : each))],
  ['7b', 'no targets for anybody', changing((each) => (each.rule === 'G7' ? undefined : each))],
  [
    '7b',
    'dates that nobody asks for',
    changing((each) => (each.rule === 'dates' || each.rule === 'G6' ? undefined : each)),
  ],
  ['7', 'a letter left out', changing((each) => (each.rule === 'G16b' ? undefined : each))],
];

describe('a planted fault is caught', () => {
  const plans = plansOf(120);

  test.each(FAULTS)('by law %s: %s', (number, _, judge) => {
    const [law] = Object.entries(LAWS).filter(([name]) => name.startsWith(`${number},`));
    expect(plans.flatMap((plan) => law?.[1](plan, judge) ?? []).length).toBeGreaterThan(0);
  });
});
