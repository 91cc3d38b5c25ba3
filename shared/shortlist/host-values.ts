/** What only a host of visiting students has: its teaching, and its fee. */

import { type Institution, provenanceOf } from '#shared/world/programs/institution.ts';
import { TEACHING_SIGNS } from '#shared/world/programs/teaching.ts';
import { phraseSource } from '#shared/world/source-words.ts';
import { known, unknown, type Value } from './value.ts';

/** Nine signs; a host that grants no letters has answered one of them. */
export function teachingValue(host: Institution | undefined): Value {
  const letters = host?.grantsLetters;
  const answers = TEACHING_SIGNS.map((sign) => {
    const answer = host?.teaching?.[sign]?.answer;
    if (answer) return answer;
    if (sign !== 'letters' || letters === undefined) return undefined;
    return letters ? 'yes' : 'no';
  });
  const yes = answers.filter((answer) => answer === 'yes').length;
  const no = answers.filter((answer) => answer === 'no').length;
  const all = TEACHING_SIGNS.length;
  const text = `Teaching signs: ${yes} yes, ${no} no, ${all - yes - no} not known`;
  const value: Value = {
    low: Math.round((10 * yes) / all),
    high: Math.round((10 * (all - no)) / all),
    text,
    ...(yes + no < all && { ask: 'What do visiting students do, and who teaches them?' }),
  };
  if (!host || yes + no === 0) return value;
  const found = Object.values(host.teaching ?? {});
  const facts = found.length > 0 ? found : [provenanceOf(host, 'grantsLetters')];
  const [oldest] = facts.toSorted((a, b) => ((a.checkedOn ?? '') < (b.checkedOn ?? '') ? -1 : 1));
  if (!oldest) return value;
  const { checkedOn } = oldest;
  return { ...value, source: phraseSource(oldest), ...(checkedOn && { asOf: checkedOn }) };
}

/** The lower the fee, the more points: none at the highest fee that any host states. */
export function costValue(host: Institution | undefined, highestFeeUsd: number): Value {
  const fee = host?.feeUsd;
  if (!host || fee === undefined) {
    return unknown(
      'Fee not known',
      'What do four weeks cost a visiting student, all fees counted?',
    );
  }
  return known(
    Math.round(10 * (1 - fee / highestFeeUsd)),
    `Fee ${fee.toLocaleString('en-US')} US dollars (the highest stated anywhere is ${highestFeeUsd.toLocaleString('en-US')})`,
    provenanceOf(host, 'feeUsd'),
  );
}
