/** English scores: a file's are a gate of its list; those typed on the page are compared there and enter no address. */
import { expect, test } from 'vitest';
import { compareScores } from '#shared/shortlist/own-score.ts';
import { type ShortlistProfile, shortlistProfileSchema } from '#shared/shortlist/profile.ts';
import { shortlist } from '#shared/shortlist/shortlist.ts';
import { isAsked } from '#shared/views/pages/shortlist/read-query.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { MONDAY } from '../../cast.ts';

const ASHA = {
  matchYear: 2028,
  pathway: 'dr-esir',
  enrollment: 'enrolled',
  months: ['2027-05'],
} as const;

/** What a file's list says of English at UPMC, which wants 106 on the TOEFL. */
function saidAtUpmc(english: ShortlistProfile['english']): string[] {
  const profile = shortlistProfileSchema.parse({ ...ASHA, english });
  const { lines, failing } = shortlist(profile, PUBLISHED_WORLD, MONDAY).rotations;
  const upmc = [...lines, ...failing].find(({ id }) => id === 'upmc-international-electives');
  return (upmc?.gates ?? []).flatMap(({ text }) => (/English|TOEFL/.test(text) ? [text] : []));
}

function comparedAt(place: string, typed: Parameters<typeof compareScores>[0]): string | undefined {
  const compared = compareScores(typed, PUBLISHED_WORLD);
  if (!compared.ok) throw new Error(JSON.stringify(compared.failure));
  return compared.value.find((text) => text.startsWith(place));
}

test('in a file, nothing is asked about, enough is met, and too little is said', () => {
  const [unknown] = saidAtUpmc({});
  const [enough] = saidAtUpmc({ toefl: 106 });
  const [low] = saidAtUpmc({ toefl: 105 });
  expect(new Set([unknown, enough, low]).size).toBe(3);
  expect(low).toMatch(/106/);
});

test('typed on the page, they are beside the minimum of each host', () => {
  expect(comparedAt('UPMC', { toefl: '106' })).toContain('is high enough');
  expect(comparedAt('UPMC', { toefl: ' 105 ' })).toContain('is below the minimum');
  expect(comparedAt('UPMC', { ielts: '6.5' })).toContain('is high enough');
  // The writing part is asked for too.
  expect(comparedAt('UPMC', { oet: '380' })).toContain('requires an English score');
});

test('without Step 2 CK no median is named, and without English no host', () => {
  const english = compareScores({ score: '', toefl: '106' }, PUBLISHED_WORLD);
  expect(JSON.stringify(english)).not.toContain('median');
  expect(comparedAt('UPMC', { score: '250', toefl: '' })).toBeUndefined();
});

test.each([
  ['ielts', 'seven'],
  ['ielts', '6.3'],
  ['toefl', '121'],
  ['duolingo', '-5'],
  ['oet', '0'],
])('%s %s is no score, and its own field says so', (field, text) => {
  expect(compareScores({ score: '250', [field]: text }, PUBLISHED_WORLD)).toEqual({
    ok: false,
    failure: { [field]: expect.stringMatching(/^Enter a score from 1 to \d+\.$/) },
  });
});

test('an address asks about everything else, and about no score', () => {
  expect(isAsked('oetPassed')).toBe(true);
  expect(isAsked('english.toefl')).toBe(false);
  expect(isAsked('toefl')).toBe(false);
});
