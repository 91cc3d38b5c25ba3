/** A shortlist and its proposals as plain text for a terminal. */

import { phraseDay } from '#shared/base/time/phrase.ts';
import { totalWords } from '#shared/plan/costs/estimate.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import type { Line } from './line.ts';
import { ordinal, pointsWords, rangeWords } from './place-words.ts';
import type { Proposal, Proposals } from './propose.ts';
import type { Shortlist, ShortlistList } from './shortlist.ts';

/** Enough to choose from; `--json` has them all. */
const LINES_SHOWN = 12;

export function shortlistText(list: Shortlist, proposals: Proposals): string {
  return [
    ...list.notes,
    `Weights: ${Object.entries(list.weights)
      .map(([factor, weight]) => `${factor} ${weight}`)
      .join(', ')}`,
    ...listText('Where to rotate', list.rotations),
    ...listText('Where to apply', list.applications),
    ...(list.moves.length > 0 ? ['', 'What would open more', ...list.moves.map(indent)] : []),
    ...proposals.plans.flatMap(proposalText),
    ...(proposals.none ? ['', `No plan: ${proposals.none}`] : []),
    '',
  ].join('\n');
}

function listText(title: string, { lines, failing }: ShortlistList): string[] {
  return [
    '',
    `${title} (${lines.length}; ${failing.length} left out by a stated rule)`,
    ...lines.slice(0, LINES_SHOWN).flatMap(lineText),
    ...(lines.length > LINES_SHOWN ? [indent(`and ${lines.length - LINES_SHOWN} more`)] : []),
    ...failing.flatMap(({ name, gates }) =>
      gates
        .filter(({ state }) => state === 'fails')
        .map(({ rule, text, source }) => indent(`left out: ${name}. ${rule}: ${text} [${source}]`)),
    ),
  ];
}

function lineText(line: Line): string[] {
  const { place, name, score, tier, gate, parts, moves, confidence } = line;
  const head = place
    ? `${ordinal(place.place)} (band ${place.band}; ${rangeWords(place.weighed)} if weights move by 20 %)`
    : '';
  const words = [
    pointsWords(score),
    ...(tier ? [`tier ${tier}`] : []),
    gate === 'meets' ? 'every stated rule is met' : 'some rules are not known',
    `confidence ${confidence} of 10`,
  ];
  return [
    indent(`${head} ${name}: ${words.join(', ')}`),
    ...parts.map(({ low, high, text }) =>
      indent(indent(`${low === high ? `+${low}` : `+${low} to +${high}`} ${text}`)),
    ),
    ...(moves[0] ? [indent(indent(`would move it: ${moves[0]}`))] : []),
  ];
}

function proposalText({ title, stays, total, isSound, findings, whatIf }: Proposal): string[] {
  return [
    '',
    `Plan: ${title} (${totalWords(total)}${isSound ? '' : '; the plan check warns'})`,
    ...stays.map(({ rotation, backup, steps }) => {
      const next = steps.find(({ startBy, standing }) => startBy && standing !== 'lost');
      const { dates, route } = rotation;
      const when = dates ? `${phraseDay(dates.start)} to ${phraseDay(dates.end)}` : '';
      return indent(
        `${when}: ${nameOf(rotation)}, ${rotation.mode}, by ${route}; ${next?.startBy ? `start “${next.title}” by ${phraseDay(next.startBy)}${next.standing === 'late' ? ' (late: do it now)' : ''}` : 'nothing to start'}${backup ? `; backup: ${backup.name}` : ''}`,
      );
    }),
    ...findings.map(({ rule, severity, text }) =>
      indent(`${severity.toUpperCase()} ${rule}: ${text}`),
    ),
    ...whatIf.map(({ title: change, before, after }) =>
      indent(
        `If ${change}: too late ${before.missed.length} → ${after.missed.length}, letters in time ${before.lettersInTime} → ${after.lettersInTime}, cost ${totalWords(before.cost)} → ${totalWords(after.cost)}, warnings ${before.warnings} → ${after.warnings}`,
      ),
    ),
  ];
}

function indent(text: string): string {
  return `  ${text}`;
}
