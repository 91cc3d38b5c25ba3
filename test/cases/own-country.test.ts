/** Whether a rotation is in the US: its country decides, whatever its host is called, at every door. */
import { describe, expect, test } from 'vitest';
import { withKnownHost } from '#shared/views/forms/plan-forms.ts';
import { readCorrections } from '#shared/world/corrections/read-correction.ts';
import { institutions } from '#shared/world/programs/directory.ts';
import { STATES } from '#shared/world/programs/regions.ts';
import { ALICE, file, HEADER, judged as imported } from '../shared/cohort/import/files.ts';
import { BROWN, expectRefused, NOVEMBER, storyOf } from '../shared/plan/moves/stories.ts';
import { factsOf, fileOf, judged, withProfile, withRotation } from './judged.ts';
import { noon } from './said.ts';

const NOW = noon('2026-11-30');
const SCHOOL = 'Grant Medical College';
const BASE = withProfile(fileOf('home-rotation-needs-no-visa'), { school: SCHOOL });
const [HOME] = BASE.rotations;
const { country: _, ...UNSAID } = HOME as { readonly country: string };
const US_STEPS = ['G13', 'visa', 'housing', 'flight'];
const stepsOf = (of: object) =>
  judged({ ...BASE, rotations: [{ ...UNSAID, ...of }] }, NOW)
    .at.matters.map(({ rule }) => rule)
    .filter((rule) => US_STEPS.includes(rule));
const YALE = { name: 'Yale', institutionId: 'yale-international-electives' };

describe('a plan file', () => {
  test.each<[why: string, of: object]>([
    ['the own school without a country', { host: SCHOOL }],
    ['the own school in other letters', { host: 'grant medical college ' }],
    ['the own school in India', { host: SCHOOL, country: 'IN' }],
    ['a host of the directory in Canada', { host: YALE, country: 'CA' }],
    ['a host of the directory in Germany', { host: YALE, country: 'DE' }],
    ['a program in India', { host: { name: 'Yale', programCode: '4160100001' }, country: 'IN' }],
  ])('takes for no US rotation: %s', (_, of) => {
    expect(stepsOf(of)).toEqual([]);
    const facts = factsOf({ ...BASE, rotations: [{ ...UNSAID, ...of }] }, NOW);
    expect(facts.rotations[0]?.host.institutionId).toBeUndefined();
    const short = judged({ ...BASE, rotations: [{ ...UNSAID, ...of }] }, NOW);
    expect(short.standing('G4|plan/us').name).not.toBe('ahead');
  });

  test.each<[why: string, of: object]>([
    ['an own host without a country', { host: 'Example Hospital' }],
    ['the own school, in the US as it says', { host: SCHOOL, country: 'US' }],
    ['a host of the directory without a country', { host: YALE }],
    ['a hospital whose name only begins like the school', { host: `${SCHOOL} of Ohio` }],
  ])('takes for a US one: %s', (_, of) => {
    expect(stepsOf(of)).toEqual(expect.arrayContaining(US_STEPS));
  });

  test('of a school without a name makes no rotation a home one', () => {
    const file = withRotation(withProfile(BASE, { school: 'University' }), { host: 'Hospital' });
    const rotations = file.rotations.map((each) => ({ ...each, country: 'US' }));
    expect(judged({ ...file, rotations }, NOW).matter('visa|r1')).toBeDefined();
  });
});

describe('an update', () => {
  const added = (country: string, host: typeof BROWN.host) =>
    storyOf().report(NOVEMBER, { type: 'rotation-added', rotation: { ...BROWN, host, country } });

  test('of a host of the directory elsewhere is refused, with its country', () => {
    const reported = added('IN', YALE);
    expectRefused(storyOf(), reported, 'host-is-in-us');
    expect(reported.refusal?.field).toBe('rotation.country');
    expect(added('US', YALE).refusal).toBeUndefined();
    expect(added('PR', YALE).refusal).toBeUndefined();
  });

  test('gives a hospital elsewhere no rules of a US host of its name', () => {
    const named = (country: string) => {
      const rotation = { ...BROWN, host: { name: 'Yale Hospital' }, country };
      const event = withKnownHost({ type: 'rotation-added', rotation });
      return event.type === 'rotation-added' && event.rotation.host.institutionId !== undefined;
    };
    expect([named('PK'), named('US')]).toEqual([false, true]);
  });

  test('that corrects only the country leaves the directory', () => {
    const known = { ...BROWN, host: { name: 'Yale Hospital', institutionId: 'yale' } };
    const { dates: __, ...entered } = known;
    const corrected = (country: string) =>
      storyOf(known).report(NOVEMBER, {
        type: 'rotation-corrected',
        rotationId: 'r1',
        rotation: { ...entered, host: { name: 'Yale Hospital' }, country },
      }).rotation.host.institutionId;
    expect([corrected('PK'), corrected('US')]).toEqual([undefined, 'yale']);
  });
});

describe('a sheet', () => {
  const header = `${HEADER},School,Host,Specialty,Country`;
  const read = async (cells: string) => await imported(file(header, `${ALICE},${cells}`));

  test('asks for the country of the own school, and of no other host', async () => {
    const { messages } = await read(`${SCHOOL},${SCHOOL},ir,`);
    expect(messages).toEqual([expect.stringContaining('is the applicant’s own school')]);
    expect((await read(`${SCHOOL},${SCHOOL},ir,IN`)).messages).toEqual([]);
    expect((await read(`${SCHOOL},Brown,ir,`)).messages).toEqual([]);
  });
});

describe('the directory', () => {
  const NEW = {
    of: 'new-host',
    update: 'a',
    name: 'Sunnybrook',
    city: 'Toronto',
    mode: 'hands-on',
    source: 'https://example.org/visit',
    checkedOn: '2026-11-20',
    certainty: 'secondary',
    reason: 'It takes visitors.',
  };

  test('has hosts of the US alone', () => {
    const states = institutions().flatMap(({ offering: { state } }) => state ?? []);
    expect(states.filter((state) => !STATES.includes(state))).toEqual([]);
  });

  test.each(['ON', 'BC', 'DL', 'XX'])('takes no host in %s', (state) => {
    expect(readCorrections({ ...NEW, state })).toMatchObject({
      ok: false,
      failure: { field: 'state', message: expect.stringContaining('Enter a US state') },
    });
  });

  test.each(['CT', 'OH', 'DC', 'PR', 'GU', 'VI', 'MP'])('takes a host in %s', (state) => {
    expect(readCorrections({ ...NEW, state }).ok).toBe(true);
  });
});
