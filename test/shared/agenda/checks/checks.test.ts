/** Every check, told three ways: it finds something, all is well, and it does not apply. */
import { describe, expect, test } from 'vitest';
import type { Verdict } from '#shared/agenda/checks/check.ts';
import { checkPlan } from '#shared/agenda/checks/check-plan.ts';
import { CHECKS } from '#shared/agenda/checks/checks.ts';
import type { Severity } from '#shared/agenda/checks/diagnostic.ts';
import { viewOf } from '#shared/agenda/view.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { MATTER_RULES } from '#shared/words/matters/matter-words.ts';
import { GUIDE_RULES } from '#shared/world/guide/rules.ts';
import type { Entry } from '#shared/world/vocabulary.ts';
import type { World } from '#shared/world/world.ts';
import {
  at,
  CONFIRMED,
  ESIR_CODE,
  FINISHED,
  INTEGRATED_CODE,
  letter,
  month,
  NEITHER_CODE,
  plan,
  programAt,
  rotation,
  WITHDRAWN,
  worldWith,
} from '../plans.ts';

const empty = plan([]);
const oneIr = plan([rotation()]);
const sixMedicine = plan(Array.from({ length: 6 }, () => rotation({ specialty: 'medicine' })));
const here = at('springfield', 'Springfield');
const spring = month('2027-04-05', '2027-04-30');
const early = month('2027-07-05', '2027-07-30');
const late = month('2027-08-30', '2027-09-24');
const promised = [letter({ status: 'agreed' })];
const observing = { mode: 'observer', route: 'observership' } as const;

/** Rule; what it finds and how grave; where all is well; of what it does not speak. A count of the whole plan speaks always. */
interface Told {
  readonly id: string;
  readonly severity: Severity;
  readonly says: RegExp;
  readonly finds: Facts;
  readonly well?: Facts;
  readonly silent?: Facts;
  readonly world?: World;
}

const STORIES: Told[] = [
  { id: 'G1', severity: 'warning', says: /none.*1 to 2/, finds: empty, well: oneIr },
  {
    id: 'G2',
    severity: 'warning',
    says: /No IR site/,
    finds: plan([rotation(programAt(NEITHER_CODE))]),
    well: plan([rotation(programAt(ESIR_CODE))]),
    silent: sixMedicine,
  },
  {
    id: 'G3',
    severity: 'advice',
    says: /none/,
    finds: oneIr,
    well: plan([rotation({ specialty: 'dr' })]),
  },
  {
    id: 'G4',
    severity: 'warning',
    says: /1 \(1 planned\)/,
    finds: oneIr,
    well: plan([rotation(), rotation()]),
  },
  {
    id: 'G4b',
    severity: 'advice',
    says: /6 \(6 planned\).*No host’s fee is known/,
    finds: sixMedicine,
    well: oneIr,
    silent: empty,
  },
  {
    id: 'G5',
    severity: 'advice',
    says: /Tier 1 target/,
    finds: plan([rotation(programAt(INTEGRATED_CODE))]),
    well: plan([rotation(programAt(INTEGRATED_CODE)), rotation({ specialty: 'dr', ...spring })]),
    silent: oneIr,
  },
  {
    id: 'G5b',
    severity: 'advice',
    says: /Tier 1/,
    finds: plan([rotation(programAt(INTEGRATED_CODE))]),
    well: plan([rotation({ specialty: 'dr', ...programAt(ESIR_CODE) })]),
    silent: empty,
  },
  {
    id: 'G9a',
    severity: 'warning',
    says: /between March and June 2027/,
    finds: plan([rotation(early), rotation(late)]),
    well: plan([rotation(early), rotation(spring)]),
    silent: oneIr,
  },
  {
    id: 'G9b',
    severity: 'warning',
    says: /due on Fri, Oct 15, 2027, after programs begin to review on Wed, Sep 22, 2027/,
    finds: plan([rotation(late), rotation(spring)]),
    well: plan([rotation(early), rotation(spring)]),
    silent: oneIr,
  },
  {
    id: 'G10b',
    severity: 'advice',
    says: /not from IR/,
    finds: plan([
      rotation({
        ...FINISHED,
        letters: [letter({ writer: { name: 'Dr Bell', specialty: 'medicine' } })],
      }),
    ]),
    well: plan([rotation({ ...FINISHED, letters: promised })]),
    silent: oneIr,
  },
  {
    id: 'G12',
    severity: 'impossible',
    says: /does not accept graduates/,
    finds: plan([rotation(here)], { enrollment: 'graduate' }),
    well: plan([rotation(at('uab-international-observers'))], { enrollment: 'graduate' }),
    silent: plan([rotation(here)]),
    world: worldWith({ students: 'yes' }),
  },
  {
    id: 'G12b',
    severity: 'impossible',
    says: /VSLO is for students of its schools/,
    finds: plan([rotation({ route: 'vslo' })], { schoolInVslo: false }),
    well: plan([rotation({ route: 'vslo' })], { schoolInVslo: true }),
    silent: plan([rotation()], { schoolInVslo: false }),
  },
  {
    id: 'G13b',
    severity: 'impossible',
    says: /which you do not have/,
    finds: plan([rotation(here)], { ecfmgCertified: false }),
    well: plan([rotation(here)], { ecfmgCertified: true }),
    silent: plan([rotation({ ...here, ...CONFIRMED })], { ecfmgCertified: false }),
    world: worldWith({ read: { ecfmgCertificate: 'required' } }),
  },
  {
    id: 'G16',
    severity: 'advice',
    says: /still lacks: your personal statement.*; a short list/,
    finds: plan([rotation({ ...FINISHED, letters: [letter({ packet: ['cv', 'img-note'] })] })]),
    well: plan([
      rotation({
        ...FINISHED,
        letters: [letter({ packet: ['cv', 'personal-statement', 'case-list', 'img-note'] })],
      }),
    ]),
    silent: oneIr,
  },
  {
    id: 'G21',
    severity: 'warning',
    says: /12 experiences/,
    finds: plan([], {}, { experienceCount: 12 }),
    well: plan([], {}, { experienceCount: 10 }),
    silent: empty,
  },
  {
    id: 'G21b',
    severity: 'warning',
    says: /hands-on; the host’s page offers observer only/,
    finds: plan([rotation(at('bidmc', 'BIDMC'))]),
    well: plan([rotation({ ...at('bidmc'), ...observing })]),
    silent: oneIr,
  },
  {
    id: 'G22',
    severity: 'warning',
    says: /is hands-on/,
    finds: plan([rotation(observing)]),
    well: oneIr,
    silent: empty,
  },
  {
    id: 'G23',
    severity: 'advice',
    says: /no DR site with ESIR/,
    finds: plan([rotation(programAt(INTEGRATED_CODE))]),
    well: plan([
      rotation(programAt(INTEGRATED_CODE)),
      rotation({ specialty: 'dr', ...programAt(ESIR_CODE) }),
    ]),
    silent: empty,
  },
  { id: 'G24', severity: 'reference', says: /five to six years/, finds: empty },
  {
    id: 'G25',
    severity: 'warning',
    says: /5 \(5 planned\)/,
    finds: plan(Array.from({ length: 5 }, () => rotation())),
    well: oneIr,
    silent: sixMedicine,
  },
  {
    id: 'G25b',
    severity: 'advice',
    says: /no letter from IR/,
    finds: plan([rotation(), rotation(), rotation()]),
    well: plan([rotation(), rotation(), rotation({ ...FINISHED, letters: promised })]),
    silent: plan([rotation(), rotation()]),
  },
  {
    id: 'host-international',
    severity: 'impossible',
    says: /accepts no students from schools outside the US/,
    finds: plan([rotation(at('yale-us-electives', 'Yale'))]),
    well: plan([rotation(at('yale', 'Yale'))], { entry: 'visa' }),
    silent: plan([rotation({ ...at('yale-us-electives'), ...CONFIRMED })]),
  },
  {
    id: 'host-department',
    severity: 'reference',
    says: /does not state whether Interventional radiology is open/,
    finds: plan([rotation(at('yale', 'Yale'))]),
    well: plan([rotation(here)]),
    silent: plan([rotation({ ...here, specialty: 'medicine' })]),
    world: worldWith({ interventional: 'yes' }),
  },
  {
    id: 'host-contact',
    severity: 'warning',
    says: /first need a physician there as a sponsor/,
    finds: plan([rotation(at('baptist-health-south-florida', 'Baptist Health'))]),
    well: plan([rotation(at('yale', 'Yale'))]),
    silent: plan([rotation(here)]),
  },
  {
    id: 'host-open',
    severity: 'impossible',
    says: /is not taking applications/,
    finds: plan([rotation(here)]),
    well: plan([rotation(at('yale', 'Yale'))]),
    silent: oneIr,
    world: worldWith({ status: 'paused' }),
  },
  {
    id: 'host-exams',
    severity: 'warning',
    says: /requires Step 1\. Enter whether/,
    finds: plan([rotation(here)]),
    silent: plan([rotation(at('yale', 'Yale'))]),
    world: worldWith({ read: { step1: 'before-applying' } }),
  },
  {
    id: 'host-unstated',
    severity: 'reference',
    says: /Springfield does not state .*by when to apply|Springfield does not state .*appl/,
    finds: plan([rotation(here)]),
    silent: plan([rotation({ ...here, ...CONFIRMED })]),
  },
  {
    id: 'host-months',
    severity: 'impossible',
    says: /accepts no visitors on these dates: “open: January-June only, no exceptions”/,
    finds: plan([rotation({ ...at('baylor', 'Baylor'), ...month('2027-07-19', '2027-08-13') })]),
    well: plan([rotation({ ...at('baylor'), ...spring })]),
    silent: plan([rotation({ ...here, ...late })]),
  },
  {
    id: 'host-visa',
    severity: 'warning',
    says: /accepts F-1, J-1, a green card, or a work permit \(EAD\) only: ask who sponsors it/,
    finds: plan([rotation({ ...at('baylor', 'Baylor'), ...spring })], { entry: 'visa' }),
    well: plan([rotation(at('yale'))], { entry: 'visa' }),
    silent: plan([rotation({ ...at('baylor'), ...FINISHED })], { entry: 'visa' }),
  },
  {
    id: 'host-letters',
    severity: 'warning',
    says: /grants no letters/,
    finds: plan([rotation(at('stanford', 'Stanford'))]),
    well: plan([rotation(here)]),
    silent: oneIr,
    world: worldWith({ letters: 'yes' }),
  },
  {
    id: 'overlap',
    severity: 'warning',
    says: /lasts until Fri, Jul 30, 2027.*begins on Mon, Jul 19, 2027/,
    finds: plan([
      rotation({ ...early, ...CONFIRMED }),
      rotation({ ...month('2027-07-19', '2027-08-13'), host: { name: 'Emory' } }),
    ]),
    silent: plan([rotation(spring), rotation(early)]),
  },
  {
    id: 'travel-gap',
    severity: 'advice',
    says: /is 1 free day to travel/,
    finds: plan([
      rotation({ ...month('2027-05-03', '2027-05-29'), host: { name: 'Emory' } }),
      rotation(month('2027-05-31', '2027-06-25')),
    ]),
    well: plan([rotation({ ...spring, host: { name: 'Emory' } }), rotation(early)]),
    silent: plan([rotation(spring), rotation(month('2027-05-01', '2027-05-28'))]),
  },
  {
    id: 'visa-free-stay',
    severity: 'warning',
    says: /are 109 days in one stay/,
    finds: plan(
      [
        rotation(month('2027-04-05', '2027-04-30')),
        rotation(month('2027-05-10', '2027-06-25')),
        rotation(month('2027-06-28', '2027-07-22')),
      ],
      { entry: 'waiver' },
    ),
    well: plan([rotation(spring), rotation(early)], { entry: 'waiver' }),
    silent: plan([rotation(month('2027-04-05', '2027-07-22'))], { entry: 'citizen' }),
  },
  {
    id: 'letter-in-time',
    severity: 'advice',
    says: /is due on Fri, Oct 15, 2027, after programs begin to review on Wed, Sep 22, 2027/,
    finds: plan([rotation(late)]),
    well: oneIr,
    silent: plan([rotation({ ...at('stanford', 'Stanford'), ...late })]),
  },
];

describe.each(STORIES)('$id', ({ id, severity, says, finds, well, silent, world }) => {
  test('finds it, and says what to do and where the rule comes from', () => {
    const [verdict] = judge(id, finds, world);
    if (verdict?.state !== 'found') throw new Error(`${id} should find something`);
    const { diagnostic } = verdict;
    expect(diagnostic.severity).toBe(severity);
    expect(diagnostic.says).toMatch(says);
    for (const words of [diagnostic.says, diagnostic.fix]) expect(words).toMatch(/^\p{Lu}.*[.]$/su);
    expect(diagnostic.source.length).toBeGreaterThan(10);
  });

  if (well) {
    test('is silent where all is well', () => {
      expect(judge(id, well, world).map(({ state }) => state)).toContain('satisfied');
      expect(judge(id, well, world).map(({ state }) => state)).not.toContain('found');
    });
  }

  if (silent) {
    test('does not speak of others', () => {
      expect(judge(id, silent, world)).toEqual([]);
    });
  }
});

describe('the guide', () => {
  test('has each of its thirty-seven rules encoded, as a matter or as a check', () => {
    const encoded = new Set([...MATTER_RULES, ...CHECKS.map(({ id }) => id)]);
    expect(GUIDE_RULES).toHaveLength(37);
    expect(GUIDE_RULES.map(({ id }) => id).filter((id) => !encoded.has(id))).toEqual([]);
  });

  test('names no rule that it does not have', () => {
    const known = new Set(GUIDE_RULES.map(({ id }) => id));
    const named = [...MATTER_RULES, ...CHECKS.map(({ id }) => id)].filter((id) => /^G\d/.test(id));
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  test('has a story for every check', () => {
    expect(STORIES.map(({ id }) => id).toSorted()).toEqual(CHECKS.map(({ id }) => id).toSorted());
  });
});

describe('what is unknown', () => {
  const UNKNOWN: [id: string, facts: Facts][] = [
    ['G2', oneIr],
    ['G5b', oneIr],
    ['G12', plan([rotation()], { enrollment: 'graduate' })],
    ['G12b', plan([rotation({ route: 'vslo' })])],
    ['G16', plan([rotation({ ...FINISHED, letters: promised })])],
    ['G21', plan([rotation(FINISHED), rotation(FINISHED)])],
    ['G23', plan([rotation(), rotation({ specialty: 'dr' })])],
    ['host-international', oneIr],
    ['host-unstated', oneIr],
  ];

  test.each(UNKNOWN)('%s asks and never says no', (id, facts) => {
    const [verdict] = judge(id, facts);
    if (verdict?.state !== 'found') throw new Error(`${id} should ask`);
    expect(verdict.diagnostic.severity).not.toBe('impossible');
    expect(`${verdict.diagnostic.says} ${verdict.diagnostic.fix}`).toMatch(/[Nn]ot known/);
  });
});

describe('what counts', () => {
  test('a rotation that was withdrawn is no rotation', () => {
    expect(judge('G1', plan([rotation(WITHDRAWN)]))[0]?.state).toBe('found');
  });

  test('three confirmed IR months weigh more than three wishes', () => {
    const grave = (facts: Facts) => {
      const [verdict] = judge('G1', facts);
      return verdict?.state === 'found' && verdict.diagnostic.severity;
    };
    expect(grave(plan([rotation(), rotation(), rotation()]))).toBe('advice');
    expect(grave(plan([rotation(CONFIRMED), rotation(CONFIRMED), rotation(CONFIRMED)]))).toBe(
      'warning',
    );
  });

  test('fees that hosts state are added up, and the unknown ones counted', () => {
    const five = plan([
      rotation(at('yale')),
      rotation(at('stanford')),
      rotation(),
      rotation(),
      rotation(),
    ]);
    const [verdict] = judge('G4b', five);
    expect(verdict?.state === 'found' && verdict.diagnostic.says).toContain(
      '11,525 US dollars; 3 not known',
    );
  });

  test('a summer that the hosts do not offer is said so, with March to June instead', () => {
    const [verdict] = judge(
      'G9b',
      plan([
        rotation({ ...at('baylor', 'Baylor'), ...spring }),
        rotation(month('2027-05-03', '2027-05-28')),
      ]),
    );
    if (verdict?.state !== 'found') throw new Error('Baylor is closed in summer');
    expect(verdict.diagnostic.severity).toBe('advice');
    expect(verdict.diagnostic.says).toContain('Baylor then takes no international students');
    expect(verdict.diagnostic.fix).toContain('March to June');
  });

  test('an undated page is a hint: it asks, and neither forbids nor allows', () => {
    const months = { read: { opening: [{ openMonths: [1] }] }, months: ['January only'] };
    const july = plan([rotation(here)]);
    const grave = (world: World) => {
      const [verdict] = judge('host-months', july, world);
      return verdict?.state === 'found' && verdict.diagnostic.severity;
    };
    expect(grave(worldWith(months))).toBe('impossible');
    expect(grave(worldWith({ ...months, checkedOn: undefined }))).toBe('warning');
  });

  test('rotations are to be listed US IR first, IR at home last', () => {
    const [verdict] = judge(
      'G21',
      plan(
        [
          rotation({ ...FINISHED, country: 'IN', host: { name: 'Home' } }),
          rotation({ ...FINISHED, specialty: 'dr', host: { name: 'Penn' } }),
          rotation({ ...FINISHED, host: { name: 'Yale' } }),
        ],
        {},
        { experienceCount: 11 },
      ),
    );
    expect(verdict?.state === 'found' && verdict.diagnostic.fix).toMatch(/Yale.*Penn.*Home/);
  });
});

test('two confirmed places on one day cannot be', () => {
  const [verdict] = judge(
    'overlap',
    plan([rotation({ ...early, ...CONFIRMED }), rotation({ ...early, ...CONFIRMED })]),
  );
  expect(verdict?.state === 'found' && verdict.diagnostic.severity).toBe('impossible');
});

describe('a whole plan', () => {
  test('is told gravest first, each finding with its fix', () => {
    const found = checkPlan(
      plan([rotation(at('yale-us-electives', 'Yale'))], { enrollment: 'graduate' }),
      worldWith(),
    );
    expect(found[0]).toMatchObject({ rule: 'G12', severity: 'impossible' });
    expect(found.at(-1)?.severity).toBe('reference');
  });

  test('that is sound has nothing impossible and no warning', () => {
    const sound = plan(
      [
        rotation({
          ...programAt(ESIR_CODE),
          specialty: 'dr',
          ...month('2027-03-01', '2027-03-26'),
        }),
        rotation({ ...programAt(INTEGRATED_CODE), ...spring }),
        rotation({ ...at('yale', 'Yale'), ...early }),
      ],
      { entry: 'visa' },
    );
    const grave = checkPlan(sound, worldWith()).filter(({ severity }) =>
      ['impossible', 'warning'].includes(severity),
    );
    expect(grave).toEqual([]);
  });
});

describe('a visa class that the host lists', () => {
  const spoken = (entry: Entry | undefined, of: Partial<Rotation>) =>
    judge('host-visa', plan([rotation(of)], entry ? { entry } : {})).map((verdict) =>
      verdict.state === 'satisfied' ? 'well' : verdict.diagnostic.says,
    );
  const yale = at('yale', 'Yale');
  test.each([
    ['visa', yale, /^well$/],
    ['waiver', yale, /^Yale lists B-1\. Ask whether your way to enter the US is accepted\.$/],
    ['in-us', yale, /^Yale lists B-1\. Ask whether your way to enter the US is accepted\.$/],
    ['waiver', at('penn', 'Penn'), /^well$/],
    [undefined, yale, /^Enter how you will enter the US: Yale has a rule about it\.$/],
  ] as const)('meets %s', (entry, of, says) => {
    expect(spoken(entry, of)).toEqual([expect.stringMatching(says)]);
  });

  test('is no matter for a citizen', () => {
    expect(spoken('citizen', yale)).toEqual(['well']);
  });
});

describe('a graduate who works hands-on', () => {
  const clause = (entry: Entry) =>
    judge(
      'host-visa',
      plan([rotation({ ...at('yale'), mode: 'hands-on' })], { enrollment: 'graduate', entry }),
    ).some(
      (verdict) => verdict.state !== 'satisfied' && verdict.diagnostic.says.includes('B-1 rule'),
    );

  test.each(['visa', 'waiver'] as const)('does not fit the B-1 rule with %s', (entry) => {
    expect(clause(entry)).toBe(true);
  });

  test.each(['citizen', 'in-us'] as const)('needs no rule as %s', (entry) => {
    expect(clause(entry)).toBe(false);
  });
});

function judge(id: string, facts: Facts, world: World = worldWith()): Verdict[] {
  const check = CHECKS.find((each) => each.id === id);
  if (!check) throw new Error(`There is no check ${id}`);
  return check.judge(viewOf(facts, world));
}
