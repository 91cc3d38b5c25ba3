import { describe, expect, it } from 'vitest';
import type { GateId, GatePerson, GateStay } from '#shared/agenda/gates/gate.ts';
import { canApply, gatesOf } from '#shared/agenda/gates/gates.ts';
import { hosts, offeringById } from '#shared/world/hosts/hosts.ts';
import type { Offering } from '#shared/world/hosts/offering.ts';

const JULY = { start: '2027-07-05', end: '2027-07-30' } as const;
const FEBRUARY = { start: '2027-02-01', end: '2027-02-26' } as const;
const IR: GateStay = { specialty: 'ir', dates: JULY };

const asha: GatePerson = {
  enrollment: 'enrolled',
  graduationOn: '2028-03-31',
  schoolInVslo: false,
  entry: 'visa',
  step1Passed: true,
};
const graduate: GatePerson = { enrollment: 'graduate', graduationOn: '2022-06-30', entry: 'visa' };

describe('who may come', () => {
  it.each([
    [
      'a student where students of other countries are welcome',
      'yale-international-electives',
      asha,
      'met',
    ],
    ['a student where they are refused', 'yale-us-electives', asha, 'not-met'],
    [
      'a student of a school that may be a partner',
      'johns-hopkins-visiting-electives',
      asha,
      'ask',
    ],
    ['a graduate at an offering for students', 'yale-international-electives', graduate, 'not-met'],
    ['a graduate where a page takes graduates', 'usf-health-img-observership', graduate, 'met'],
    [
      'a graduate where only the trained are taken',
      'houston-methodist-global-observership',
      graduate,
      'ask',
    ],
    [
      'anybody who wants residency, where that is refused',
      'cleveland-clinic-florida-physician-observer-program',
      graduate,
      'not-met',
    ],
  ])('%s', (_, id, person, state) => {
    expect(stateOf('who', id, person)).toBe(state);
  });

  it('enrolled means through the last day: a student who graduates during the rotation is a graduate', () => {
    const leaving = { ...asha, graduationOn: '2027-07-29' as const };
    expect(stateOf('who', 'yale-international-electives', leaving)).toBe('not-met');
    expect(
      stateOf('who', 'yale-international-electives', { ...leaving, graduationOn: '2027-07-30' }),
    ).toBe('met');
  });

  it('a named school is met by its name, and a question without it', () => {
    const at = (school: string) => stateOf('who', 'penn-affiliated-electives', { ...asha, school });
    expect(at('Vienna State School')).toBe('ask');
    expect(at('Medical University of Graz')).toBe('met');
  });

  it('final year is counted from the graduation day', () => {
    expect(stateOf('final-year', 'wake-forest-international-electives', asha)).toBe('met');
    expect(
      stateOf('final-year', 'wake-forest-international-electives', {
        ...asha,
        graduationOn: '2028-09-30',
      }),
    ).toBe('not-met');
  });

  it('a degree may be too old for a host that counts years', () => {
    expect(stateOf('degree-age', 'hurley-medical-center-med-peds-observership', graduate)).toBe(
      'not-met',
    );
    expect(
      stateOf('degree-age', 'hurley-medical-center-med-peds-observership', {
        ...graduate,
        graduationOn: '2023-01-31',
      }),
    ).toBe('met');
  });
});

describe('citizenship', () => {
  it('a rule about nationalities is always a question, in the page’s words', () => {
    const gate = gateOf(
      'citizenship',
      'memorial-sloan-kettering-international-observership',
      graduate,
    );
    expect(gate?.state).toBe('ask');
    expect(gate?.reason).toMatchObject({ text: expect.stringContaining('Belarus') });
  });

  it.each([
    ['citizen', 'met'],
    ['in-us', 'ask'],
    ['visa', 'not-met'],
    ['waiver', 'not-met'],
    [undefined, 'ask'],
  ] as const)('where US citizens only may come, %s is %s', (entry, state) => {
    const person = { ...asha, ...(entry ? { entry } : {}) };
    if (!entry) delete (person as { entry?: unknown }).entry;
    expect(stateOf('citizenship', 'rutgers-njms-st-george-ross-electives', person)).toBe(state);
  });
});

describe('route, department, and months', () => {
  it('a host inside VSLO only needs a member school', () => {
    const at = (schoolInVslo: boolean) =>
      stateOf('route', 'loyola-stritch-international-electives', { ...asha, schoolInVslo });
    expect([at(true), at(false)]).toEqual(['met', 'not-met']);
  });

  it('IR is open only where a page says so', () => {
    expect(stateOf('department', 'ochsner-electives-new-orleans', asha)).toBe('met');
    expect(stateOf('department', 'orlando-health-clerkships', asha)).toBe('not-met');
    expect(stateOf('department', 'yale-international-electives', asha)).toBe('ask');
  });

  it('closed months are closed for the rotation’s own days', () => {
    const baylor = 'baylor-college-of-medicine-international-electives';
    expect(stateOf('months', baylor, asha)).toBe('not-met');
    expect(stateOf('months', baylor, asha, { specialty: 'ir', dates: FEBRUARY })).toBe('met');
  });

  it('a month that the page does not speak of turns no yes into a question', () => {
    expect(stateOf('months', 'uab-international-electives', asha)).toBe('not-stated');
    expect(stateOf('months', 'mayo-clinic-rochester-visiting-clerkship', asha)).toBe('not-stated');
  });

  it('the last day to apply is given, and the advised one beside it', () => {
    const gate = gateOf('time', 'yale-international-electives', asha);
    expect(gate?.lastDay).toBe('2027-03-07');
    expect(gate?.reason).toMatchObject({ code: 'apply-by', advisedDay: '2027-01-02' });
  });

  it('a paused host takes nobody, and one between two windows opens again', () => {
    expect(stateOf('status', 'university-of-cincinnati-international-electives', asha)).toBe(
      'not-met',
    );
    expect(
      stateOf('status', 'cleveland-clinic-international-physician-observership', graduate),
    ).toBe('met');
    expect(
      stateOf('status', 'george-washington-university-observer-training-program', graduate),
    ).toBe('not-met');
  });
});

describe('visa', () => {
  const penn = 'penn-affiliated-electives';
  const san = 'ut-health-san-antonio-visiting-electives';
  const baylor = 'baylor-college-of-medicine-international-electives';

  it.each([
    ['a B-1 where it is accepted', penn, 'visa', 'met'],
    ['ESTA where it is accepted', penn, 'waiver', 'met'],
    ['ESTA where it is refused', baylor, 'waiver', 'not-met'],
    ['ESTA where only B-1 is listed', 'ut-southwestern-international-electives', 'waiver', 'ask'],
    ['a visitor visa where F-1 or J-1 is needed', baylor, 'visa', 'ask'],
    ['a citizen', baylor, 'citizen', 'met'],
    ['nobody has asked', penn, undefined, 'ask'],
    ['a page that says nothing', 'wake-forest-international-electives', 'visa', 'not-stated'],
  ] as const)('%s', (_, id, entry, state) => {
    const { entry: __, ...rest } = asha;
    expect(stateOf('visa', id, entry ? { ...rest, entry } : rest)).toBe(state);
  });

  it('without a visa a stay lasts 90 days', () => {
    const long = { specialty: 'ir', dates: { start: '2027-07-05', end: '2027-10-03' } } as const;
    expect(stateOf('visa', san, { ...asha, entry: 'waiver' }, long)).toBe('not-met');
  });

  it('the B-1 rule for electives is for enrolled students', () => {
    expect(gateOf('visa', 'maimonides-fourth-year-electives', graduate)?.reason.code).toBe(
      'visa-clause-for-students',
    );
  });
});

describe('proofs', () => {
  const upmc = 'upmc-international-electives';

  it.each([
    [{ toefl: 106 }, 'met'],
    [{ toefl: 105 }, 'not-met'],
    [{ toefl: 90, duolingo: 125 }, 'met'],
    [{ oet: 380, 'oet-writing': 290 }, 'not-met'],
    // The writing part is asked for too, and not known.
    [{ oet: 380 }, 'ask'],
    [{}, 'ask'],
  ] as const)('%j at UPMC is %s', (english, state) => {
    expect(stateOf('english', upmc, { ...asha, english })).toBe(state);
  });

  it('Step 1 and the ECFMG certificate are asked for only where the page asks', () => {
    expect(
      stateOf('step-1', 'loyola-stritch-international-electives', { ...asha, step1Passed: false }),
    ).toBe('not-met');
    expect(stateOf('step-1', 'wake-forest-international-electives', asha)).toBeUndefined();
    expect(stateOf('ecfmg', 'griffin-hospital-internal-medicine-observership', graduate)).toBe(
      'ask',
    );
  });

  it('two electives are two', () => {
    expect(stateOf('electives', upmc, { ...asha, electivesThere: 1 })).toBe('met');
    expect(stateOf('electives', upmc, { ...asha, electivesThere: 2 })).toBe('not-met');
  });
});

describe('what visitors do there', () => {
  const observing = 'drexel-img-observership-and-preceptorship';

  it('is asked where the plan calls it something else', () => {
    const [handsOn, watching] = (['hands-on', 'observer'] as const).map((mode) =>
      gatesOf({ person: graduate, stay: { ...IR, mode }, offering: offering(observing) }),
    );
    expect(handsOn?.find(({ id }) => id === 'role')).toMatchObject({
      state: 'ask',
      reason: { code: 'role-differs', offered: 'observer' },
    });
    expect(watching?.map(({ id }) => id)).not.toContain('role');
  });

  it('is no question of a possible stay that nobody has named', () => {
    expect(stateOf('role', observing, graduate)).toBeUndefined();
  });
});

describe('an undated page', () => {
  const bidmc = 'beth-israel-deaconess-radiology-observership';

  it('is a hint: nobody is let in or turned away by it', () => {
    for (const person of [asha, graduate]) {
      const gates = gatesOf({ person, stay: IR, offering: offering(bidmc) });
      expect(gates.map(({ state }) => state)).not.toContain('met');
      expect(gates.map(({ state }) => state)).not.toContain('not-met');
    }
    expect(gateOf('department', bidmc, asha)).toMatchObject({ state: 'ask', hint: 'met' });
  });
});

describe('can one apply', () => {
  it('yes needs who may come and the department known', () => {
    const observer = { ...graduate, entry: 'citizen' } as const;
    const at = (id: string, stay: GateStay) =>
      canApply(gatesOf({ person: observer, stay, offering: offering(id) }));
    expect(at('usf-health-img-observership', { specialty: 'dr', dates: JULY })).toBe('yes');
    expect(at('drexel-img-observership-and-preceptorship', IR)).toBe('ask');
    expect(at('yale-international-electives', IR)).toBe('no');
  });

  it('is never yes where the person may not come or the department is unknown, at any offering', () => {
    for (const each of hosts().flatMap(({ offerings }) => offerings)) {
      for (const person of [asha, graduate]) {
        const gates = gatesOf({ person, stay: IR, offering: each });
        if (canApply(gates) !== 'yes') continue;
        expect(each.interventional, each.id).toBe('yes');
        expect(gates.find(({ id }) => id === 'who')?.state, each.id).toBe('met');
      }
    }
  });
});

function offering(id: string): Offering {
  const found = offeringById(id);
  if (!found) throw new Error(`No offering ${id}.`);
  return found;
}

function gateOf(gate: GateId, id: string, person: GatePerson, stay: GateStay = IR) {
  return gatesOf({ person, stay, offering: offering(id) }).find((each) => each.id === gate);
}

function stateOf(gate: GateId, id: string, person: GatePerson, stay: GateStay = IR) {
  return gateOf(gate, id, person, stay)?.state;
}
