/** A reader's scores beside what is published. They are compared where they are typed: no profile, list, or log holds one. */
import type { GatePerson } from '#shared/agenda/gates/gate.ts';
import { gatesOf } from '#shared/agenda/gates/gates.ts';
import { statedBy } from '#shared/agenda/gates/gates-of-rotation.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { counted } from '#shared/base/sentence.ts';
import { phraseGate } from '#shared/words/gate-words.ts';
import { deciding } from '#shared/world/programs/decided.ts';
import { programs } from '#shared/world/programs/directory.ts';
import { NATIONAL_FIGURES } from '#shared/world/programs/national-figures.ts';
import type { World } from '#shared/world/world.ts';
import { ENGLISH_MOST } from './profile.ts';
import { sites } from './site.ts';
import scale from './step-2-ck.json' with { type: 'json' };

export const ENGLISH_TESTS = Object.keys(ENGLISH_MOST) as (keyof typeof ENGLISH_MOST)[];
/** Step 2 CK first, under the name of its field. */
export const SCORE_NAMES = ['score', ...ENGLISH_TESTS] as const;

export type OfScores = Readonly<Partial<Record<(typeof SCORE_NAMES)[number], string>>>;

/** Each published median, and each stated minimum that the score does not reach. Fails with a sentence for each field that is wrong. */
export function compareScores(typed: OfScores, world: World): Result<string[], OfScores> {
  const english = new Map(
    ENGLISH_TESTS.flatMap((test) => {
      const text = typed[test]?.trim();
      return text ? [[test, englishScore(text, ENGLISH_MOST[test])] as const] : [];
    }),
  );
  const step2Ck = english.size > 0 && !typed.score?.trim() ? undefined : stepScore(typed.score);
  const wrong = {
    ...(step2Ck === NO_SCORE && {
      score: `A Step 2 CK score is a whole number from ${scale.least} to ${scale.most}: enter yours.`,
    }),
    ...Object.fromEntries(
      [...english].flatMap(([test, score]) =>
        score === NO_SCORE ? [[test, `Enter a score from 1 to ${ENGLISH_MOST[test]}.`]] : [],
      ),
    ),
  };
  if (Object.keys(wrong).length > 0) return failure(wrong);
  return success([
    ...(step2Ck ? [...besideMedians(step2Ck), ...belowMinimums(step2Ck, world)] : []),
    ...(english.size > 0 ? besideHosts(Object.fromEntries(english), world) : []),
  ]);
}

const NO_SCORE = 0;

function stepScore(text = ''): number {
  const score = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : NO_SCORE;
  return score >= scale.least && score <= scale.most ? score : NO_SCORE;
}

/** Half points are IELTS's. */
function englishScore(text: string, most: number): number {
  const score = /^\d{1,3}(\.[05])?$/.test(text) ? Number(text) : NO_SCORE;
  return score <= most ? score : NO_SCORE;
}

function besideHosts(english: NonNullable<GatePerson['english']>, world: World): string[] {
  const person = { enrollment: 'enrolled', english } as const;
  return sites(world).flatMap(({ name, host }) => {
    const gate = gatesOf({ person, stay: { specialty: 'ir' }, ...statedBy(host) }).find(
      ({ id }) => id === 'english',
    );
    return gate ? [`${name}: ${phraseGate(gate, host.name, 'applicant')}`] : [];
  });
}

const MEDIAN = /((?:not )?matched) n=(\d+): median (\d{3})/g;

function besideMedians(score: number): string[] {
  return NATIONAL_FIGURES.filter(({ what }) => what.includes('Step 2 CK')).map(
    ({ what, value }) => {
      const groups = [...value.matchAll(MEDIAN)].map(
        ([, group, people, median]) =>
          `${group}, ${counted(Number(people), 'person', 'people')}: median ${median}, yours is ${difference(score - Number(median))}`,
      );
      return `${what}. ${groups.join('; ')}.`;
    },
  );
}

function difference(points: number): string {
  if (points === 0) return 'the same';
  return `${counted(Math.abs(points), 'point')} ${points > 0 ? 'higher' : 'lower'}`;
}

function belowMinimums(score: number, world: World): string[] {
  const higher = programs().flatMap((listed) => {
    const program = world.program(listed.code) ?? listed;
    const least = deciding(program, 'step-minimum').find(({ leastStep2Ck }) => leastStep2Ck);
    return (least?.leastStep2Ck ?? 0) > score ? [`${program.name} (${least?.leastStep2Ck})`] : [];
  });
  return [
    higher.length > 0
      ? `Programs whose page states a higher minimum: ${higher.join(', ')}. Ask whether it still applies.`
      : 'No program that we know of states a higher minimum.',
  ];
}
