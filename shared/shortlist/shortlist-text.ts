/** A shortlist and its proposals as plain text for a terminal. */

import { capital } from '#shared/base/sentence.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { totalWords } from '#shared/plan/costs/estimate.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { type Line, leadsTo, perWeekWords, type RankedLine, tierWords } from './line.ts';
import type { Proposal, Proposals } from './propose.ts';
import { rankWords } from './rank.ts';
import { RESEARCH_NOTE } from './research.ts';
import type { Shortlist, ShortlistList } from './shortlist.ts';

/** Enough to choose from; `--json` has them all. */
const LINES_SHOWN = 12;

export function shortlistText(list: Shortlist, proposals: Proposals): string {
  return [
    ...list.notes,
    ...listText('Where to rotate', list.rotations),
    ...(list.research.length > 0
      ? ['', 'Research stays', indent(RESEARCH_NOTE), ...list.research.flatMap(researchText)]
      : []),
    ...listText('Where to apply', list.applications),
    ...(list.moves.length > 0
      ? ['', 'What one answer would change', ...list.moves.map(indent)]
      : []),
    ...(proposals.unreached.length > 0
      ? ['', 'What does not fit in your months', ...proposals.unreached.map(indent)]
      : []),
    ...proposals.plans.flatMap(proposalText),
    ...(proposals.none ? ['', `No plan: ${proposals.none}`] : []),
    '',
  ].join('\n');
}

function listText(title: string, { lines, failing }: ShortlistList): string[] {
  const many = (answer: string) => lines.filter(({ canApply }) => canApply === answer).length;
  return [
    '',
    `${title} (you can apply to ${many('yes')}, ask ${many('ask')}; ${failing.length} left out)`,
    ...lines.slice(0, LINES_SHOWN).flatMap(lineText),
    ...(lines.length > LINES_SHOWN ? [indent(`and ${lines.length - LINES_SHOWN} more`)] : []),
    ...failing.map(({ name, why }) => indent(`left out: ${name}. ${why}`)),
  ];
}

function researchText({ name, canApply, why }: Line): string[] {
  return [indent(name), indent(indent(`Can you apply? ${canApply}. ${why}`))];
}

function lineText(line: RankedLine): string[] {
  const { rank, name, canApply, why, facts, stay, asks } = line;
  const leads = leadsTo(line);
  const words = [
    ...(stay ? [stay.rotation.mode, tierWords(stay)] : []),
    ...(stay?.applyBy
      ? [
          `apply by ${phraseDay(stay.applyBy.day)}${stay.applyBy.certainty === 'estimated' ? ' (est.)' : ''}`,
        ]
      : []),
    ...(stay ? [`cost ${totalWords(stay.cost)}`] : []),
  ];
  return [
    indent(`${rankWords(rank)}. ${name}${words.length > 0 ? `: ${words.join(', ')}` : ''}`),
    indent(indent(`Can you apply? ${canApply}. ${why}`)),
    ...(stay && leads ? [indent(indent(`${leads} ${capital(perWeekWords(stay))}.`))] : []),
    indent(indent(facts.map(({ text }) => text).join(' · '))),
    ...(asks.length > 0
      ? ['  Find out first:', ...asks.map((ask) => indent(indent(ask)))]
      : []
    ).map(indent),
  ];
}

function proposalText({ title, stays, total, isSound, findings, whatIf }: Proposal): string[] {
  return [
    '',
    `Plan: ${title} (cost ${totalWords(total)}${isSound ? '' : '; the plan check warns'})`,
    ...stays.flatMap(({ rotation, backup, steps, doubts }) => {
      const [next] = steps;
      const { dates, route } = rotation;
      const when = dates ? `${phraseDay(dates.start)} to ${phraseDay(dates.end)}` : '';
      const first = next ? `${next.title} by ${phraseDay(next.doneBy)}` : 'nothing to do yet';
      return [
        indent(
          `${when}: ${nameOf(rotation)}, ${rotation.mode}, by ${route}; ${first}${backup ? `; backup: ${backup.name}` : ''}`,
        ),
        ...doubts.slice(0, 1).map((doubt) => indent(indent(`Find out first: ${doubt}`))),
      ];
    }),
    ...findings.map(({ rule, severity, text }) =>
      indent(`${severity.toUpperCase()} ${rule}: ${text}`),
    ),
    ...whatIf.map(({ title: change, before, after }) =>
      indent(
        `If ${change}: too late ${before.missed.length} → ${after.missed.length}, letters in time ${before.lettersByMode || 'none'} → ${after.lettersByMode || 'none'}, cost ${totalWords(before.cost)} → ${totalWords(after.cost)}, warnings ${before.warnings} → ${after.warnings}`,
      ),
    ),
  ];
}

function indent(text: string): string {
  return `  ${text}`;
}
