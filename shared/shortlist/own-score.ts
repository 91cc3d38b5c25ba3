/** A reader's Step 2 CK score beside what is published. It is compared where it is typed: no profile, list, or log holds it. */
import { counted } from '#shared/base/counted.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { deciding } from '#shared/world/programs/decided.ts';
import { programs } from '#shared/world/programs/directory.ts';
import { NATIONAL_FIGURES } from '#shared/world/programs/national-figures.ts';
import type { World } from '#shared/world/world.ts';
import scale from './step-2-ck.json' with { type: 'json' };

/** Each published median, and each stated minimum that the score does not reach. */
export function compareScore(text: string, world: World): Result<string[], string> {
  const score = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : 0;
  if (score < scale.least || score > scale.most) {
    return failure(
      `A Step 2 CK score is a whole number from ${scale.least} to ${scale.most}: enter yours.`,
    );
  }
  return success([...besideMedians(score), ...belowMinimums(score, world)]);
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
