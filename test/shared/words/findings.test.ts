/** What the plan check says, each rule in three ways: it finds something, all is well, and it does not apply. */
import { describe, expect, test } from 'vitest';
import { agendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { FINDING_RULES, type Finding, findingsOf, type Severity } from '#shared/words/findings.ts';
import { MATTER_RULES } from '#shared/words/matters/matter-words.ts';
import { occasionsAt } from '#shared/words/occasions.ts';
import { GUIDE_RULES } from '#shared/world/guide/rules.ts';
import type { Entry } from '#shared/world/vocabulary.ts';
import type { World } from '#shared/world/world.ts';
import { MONDAY } from '../../cast.ts';
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
} from '../agenda/plans.ts';

const empty = plan([]);
const oneIr = plan([rotation()]);
const sixMedicine = plan(Array.from({ length: 6 }, () => rotation({ specialty: 'medicine' })));
const here = at('springfield', 'Springfield');
const spring = month('2027-04-05', '2027-04-30');
const early = month('2027-07-05', '2027-07-30');
const late = month('2027-08-30', '2027-09-24');
const TIER_1 = { ...programAt(INTEGRATED_CODE), tier: '1' } as const;
const promised = [letter({ status: 'agreed' })];
const observing = { mode: 'observer', route: 'observership' } as const;

/** Rule; what it finds and how grave; where all is well; of what it does not speak. A count of the whole plan speaks always. */
interface Reported {
  readonly id: string;
  readonly severity: Severity;
  readonly message: RegExp;
  readonly finds: Facts;
  readonly well?: Facts;
  readonly silent?: Facts;
  readonly world?: World;
}

const STORIES: Reported[] = [
  {
    id: 'G1',
    severity: 'warning',
    message: /^Missing from your plan: an IR rotation in the US/,
    finds: sixMedicine,
    well: oneIr,
    silent: empty,
  },
  {
    id: 'G2',
    severity: 'warning',
    message: /No IR site/,
    finds: plan([rotation(programAt(NEITHER_CODE))]),
    well: plan([rotation(programAt(ESIR_CODE))]),
    silent: sixMedicine,
  },
  {
    id: 'G3',
    severity: 'advice',
    message: /^Missing from your plan: a US rotation outside IR/,
    finds: oneIr,
    well: plan([rotation({ specialty: 'dr' })]),
  },
  {
    id: 'G4',
    severity: 'warning',
    message: /^Missing from your plan: a second US rotation/,
    finds: oneIr,
    well: plan([rotation(), rotation()]),
    silent: empty,
  },
  {
    id: 'G4b',
    severity: 'advice',
    message: /6 \(6 planned\).*No host’s fee is known/,
    finds: sixMedicine,
    well: oneIr,
    silent: empty,
  },
  {
    id: 'G5',
    severity: 'advice',
    message: /Tier 1 target/,
    finds: plan([rotation(TIER_1)]),
    well: plan([rotation(TIER_1), rotation({ specialty: 'dr', ...spring })]),
    silent: oneIr,
  },
  {
    id: 'G5b',
    severity: 'advice',
    message: /Tier 1/,
    finds: plan([rotation(TIER_1)]),
    well: plan([rotation({ specialty: 'dr', ...programAt(ESIR_CODE) })]),
    silent: empty,
  },
  {
    id: 'G9a',
    severity: 'warning',
    message: /between March and June 2027/,
    finds: plan([rotation(early), rotation(late)]),
    well: plan([rotation(early), rotation(spring)]),
    silent: oneIr,
  },
  {
    id: 'G9b',
    severity: 'warning',
    message: /due on Fri, Oct 15, 2027, after programs begin to review on Wed, Sep 22, 2027/,
    finds: plan([rotation(late), rotation(spring)]),
    well: plan([rotation(early), rotation(spring)]),
    silent: oneIr,
  },
  {
    id: 'G10b',
    severity: 'advice',
    message: /not from IR/,
    finds: plan([
      rotation({
        ...FINISHED,
        letters: [letter({ writer: { name: 'Dr. Bell', specialty: 'medicine' } })],
      }),
    ]),
    well: plan([rotation({ ...FINISHED, letters: promised })]),
    silent: oneIr,
  },
  {
    id: 'G12',
    severity: 'impossible',
    message: /does not accept graduates/,
    finds: plan([rotation(here)], { enrollment: 'graduate' }),
    well: plan([rotation(at('uab-international-observers'))], { enrollment: 'graduate' }),
    silent: plan([rotation(here)]),
    world: worldWith({ students: 'yes' }),
  },
  {
    id: 'G12b',
    severity: 'impossible',
    message: /VSLO is for students of its schools/,
    finds: plan([rotation({ route: 'vslo' })], { schoolInVslo: false }),
    well: plan([rotation({ route: 'vslo' })], { schoolInVslo: true }),
    silent: plan([rotation()], { schoolInVslo: false }),
  },
  {
    id: 'G13b',
    severity: 'impossible',
    message: /and you have none/,
    finds: plan([rotation(here)], { ecfmgCertified: false }),
    well: plan([rotation(here)], { ecfmgCertified: true }),
    silent: plan([rotation({ ...here, ...CONFIRMED })], { ecfmgCertified: false }),
    world: worldWith({ read: { ecfmgCertificate: 'required' } }),
  },
  {
    id: 'G16',
    severity: 'advice',
    message: /still lacks: your personal statement.*; a short list/,
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
    message: /12 experiences/,
    finds: plan([], {}, { experienceCount: 12 }),
    well: plan([], {}, { experienceCount: 10 }),
    silent: empty,
  },
  {
    id: 'G21b',
    severity: 'warning',
    message: /^The page of BIDMC offers observerships only; your plan says otherwise/,
    finds: plan([rotation(at('bidmc', 'BIDMC'))]),
    well: plan([rotation({ ...at('bidmc'), ...observing })]),
    silent: oneIr,
  },
  {
    id: 'G22',
    severity: 'warning',
    message: /^Missing from your plan: a hands-on IR or DR rotation/,
    finds: plan([rotation(observing)]),
    well: oneIr,
    silent: empty,
  },
  {
    id: 'G23',
    severity: 'advice',
    message: /no DR site with ESIR/,
    finds: plan([rotation(programAt(INTEGRATED_CODE))]),
    well: plan([
      rotation(programAt(INTEGRATED_CODE)),
      rotation({ specialty: 'dr', host: { name: 'Shelbyville', programCode: ESIR_CODE } }),
    ]),
    silent: empty,
  },
  { id: 'G24', severity: 'reference', message: /five to six years/, finds: empty },
  {
    id: 'G25',
    severity: 'warning',
    message: /5 \(5 planned\)/,
    finds: plan(Array.from({ length: 5 }, () => rotation())),
    well: oneIr,
    silent: sixMedicine,
  },
  {
    id: 'G25b',
    severity: 'advice',
    message: /no promised letter from IR/,
    finds: plan([rotation(), rotation(), rotation()]),
    well: plan([rotation(), rotation(), rotation({ ...FINISHED, letters: promised })]),
    silent: plan([rotation(), rotation()]),
  },
  {
    id: 'host-international',
    severity: 'impossible',
    message: /accepts no students from schools outside the US/,
    finds: plan([rotation(at('yale-us-electives', 'Yale'))]),
    well: plan([rotation(at('yale', 'Yale'))], { entry: 'visa' }),
    silent: plan([rotation({ ...at('yale-us-electives'), ...CONFIRMED })]),
  },
  {
    id: 'host-department',
    severity: 'reference',
    message: /does not state whether interventional radiology is open/,
    finds: plan([rotation(at('yale', 'Yale'))]),
    well: plan([rotation(here)]),
    silent: plan([rotation({ ...here, specialty: 'medicine' })]),
    world: worldWith({ interventional: 'yes' }),
  },
  {
    id: 'host-contact',
    severity: 'warning',
    message: /A physician there must sponsor you first/,
    finds: plan([rotation(at('baptist-health-south-florida', 'Baptist Health'))]),
    well: plan([rotation(at('yale', 'Yale'))]),
    silent: plan([rotation(here)]),
  },
  {
    id: 'host-open',
    severity: 'impossible',
    message: /is not taking applications/,
    finds: plan([rotation(here)]),
    well: plan([rotation(at('yale', 'Yale'))]),
    silent: oneIr,
    world: worldWith({ status: 'paused' }),
  },
  {
    id: 'host-exams',
    severity: 'warning',
    message: /requires Step 1\. Enter whether/,
    finds: plan([rotation(here)]),
    silent: plan([rotation(at('yale', 'Yale'))]),
    world: worldWith({ read: { step1: 'before-applying' } }),
  },
  {
    id: 'host-unstated',
    severity: 'reference',
    message: /Springfield does not state .*by when to apply|Springfield does not state .*appl/,
    finds: plan([rotation(here)]),
    silent: plan([rotation({ ...here, ...CONFIRMED })]),
  },
  {
    id: 'host-months',
    severity: 'impossible',
    message: /accepts no visitors on these dates: “open: January-June only, no exceptions”/,
    finds: plan([rotation({ ...at('baylor', 'Baylor'), ...month('2027-07-19', '2027-08-13') })]),
    well: plan([rotation({ ...at('baylor'), ...spring })]),
    silent: plan([rotation({ ...here, ...late })]),
  },
  {
    id: 'host-visa',
    severity: 'warning',
    message:
      /accepts F-1, J-1, a green card, or a work permit \(EAD\), and issues the form for F-1/,
    finds: plan([rotation({ ...at('baylor', 'Baylor'), ...spring })], { entry: 'visa' }),
    well: plan([rotation(at('yale'))], { entry: 'visa' }),
    silent: plan([rotation({ ...at('baylor'), ...FINISHED })], { entry: 'visa' }),
  },
  {
    id: 'host-letters',
    severity: 'warning',
    message: /grants no letters/,
    finds: plan([rotation(at('stanford', 'Stanford'))]),
    well: plan([rotation(here)]),
    silent: oneIr,
    world: worldWith({ letters: 'yes' }),
  },
  {
    id: 'overlap',
    severity: 'warning',
    message: /lasts until Fri, Jul 30, 2027.*starts on Mon, Jul 19, 2027/,
    finds: plan([
      rotation({ ...early, ...CONFIRMED }),
      rotation({ ...month('2027-07-19', '2027-08-13'), host: { name: 'Emory' } }),
    ]),
    silent: plan([rotation(spring), rotation(early)]),
  },
  {
    id: 'travel-gap',
    severity: 'advice',
    message: /is 1 free day to travel/,
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
    message: /are 109 days in one stay/,
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
    message: /is due on Fri, Oct 15, 2027, after programs begin to review on Wed, Sep 22, 2027/,
    finds: plan([rotation(late)]),
    well: oneIr,
    silent: plan([rotation({ ...at('stanford', 'Stanford'), ...late })]),
  },
];

test('a month that ends just before review says both days: the letter’s, and that of review', () => {
  const september = month('2027-08-16', '2027-09-10');
  const { text } = first('letter-in-time', plan([rotation(september)]));
  expect(text).toMatch(
    /is due on Tue, Sep 21, 2027, since programs start to review on Wed, Sep 22, 2027: the writer has less than three weeks/,
  );
  const earlier = plan([rotation(month('2027-08-02', '2027-08-27'))]);
  expect(findings(earlier).map(({ rule }) => rule)).not.toContain('letter-in-time');
});

describe.each(STORIES)('$id', ({ id, severity, message, finds, well, silent, world }) => {
  test('finds it, and says what to do and where the rule comes from', () => {
    const finding = first(id, finds, world);
    expect(finding.severity).toBe(severity);
    expect(finding.text).toMatch(message);
    for (const words of [finding.text, finding.fix]) expect(words).toMatch(/^\p{Lu}.*[.]$/su);
    expect(finding.source.length).toBeGreaterThan(10);
  });

  for (const [name, facts] of [
    ['is silent where all is well', well],
    ['does not speak of others', silent],
  ] as const) {
    if (facts) test(name, () => expect(found(id, facts, world)).toEqual([]));
  }
});

describe('the guide', () => {
  test('has each of its thirty-seven rules encoded, as a matter', () => {
    const encoded = new Set([...MATTER_RULES, ...FINDING_RULES]);
    expect(GUIDE_RULES).toHaveLength(37);
    expect(GUIDE_RULES.map(({ id }) => id).filter((id) => !encoded.has(id))).toEqual([]);
  });

  test('names no rule that it does not have', () => {
    const known = new Set(GUIDE_RULES.map(({ id }) => id));
    const named = [...MATTER_RULES, ...FINDING_RULES].filter((id) => /^G\d/.test(id));
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  test('has a story for every rule that the plan check can name', () => {
    expect(STORIES.map(({ id }) => id).toSorted()).toEqual(FINDING_RULES.toSorted());
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
    const { severity, text, fix } = first(id, facts);
    expect(severity).not.toBe('impossible');
    expect(`${text} ${fix}`).toMatch(/[Nn]ot known/);
  });
});

describe('what counts', () => {
  test('a rotation that was withdrawn is no rotation', () => {
    expect(first('G1', plan([rotation(WITHDRAWN)])).severity).toBe('warning');
  });

  test('three confirmed IR months weigh more than three wishes', () => {
    const three = (of: Partial<Rotation>) =>
      first('G1', plan([rotation(of), rotation(of), rotation(of)]));
    expect(three({})).toMatchObject({
      severity: 'advice',
      text: 'Your plan has 3 IR rotations in the US. The guide recommends 1 to 2.',
    });
    expect(three(CONFIRMED).severity).toBe('warning');
    expect([three({}).fix, three(CONFIRMED).fix].map((fix) => /may fail/.test(fix))).toEqual([
      true,
      false,
    ]);
  });

  test('a plan with no US rotation at all lacks more than one with some', () => {
    const home = plan([rotation({ country: 'IN' })]);
    expect(first('G3', home).severity).toBe('warning');
    expect(first('G3', oneIr).severity).toBe('advice');
  });

  test('fees that hosts state are added up, and the unknown ones counted', () => {
    const five = plan([
      rotation(at('yale')),
      rotation(at('stanford')),
      rotation(),
      rotation(),
      rotation(),
    ]);
    expect(first('G4b', five).text).toContain('$11,525; 3 not known');
  });

  test('a summer that the hosts do not offer is said so, with March to June instead', () => {
    const { severity, text, fix } = first(
      'G9b',
      plan([
        rotation({ ...at('baylor', 'Baylor'), ...spring }),
        rotation(month('2027-05-03', '2027-05-28')),
      ]),
    );
    expect(severity).toBe('advice');
    expect(text).toContain('when Baylor takes no international students');
    expect(fix).toContain('March to June');
  });

  test('an undated page is a hint: it asks, and neither forbids nor allows', () => {
    const months = { read: { opening: [{ openMonths: [1] }] }, months: ['January only'] };
    const july = plan([rotation(here)]);
    const grave = (world: World) => first('host-months', july, world).severity;
    expect(grave(worldWith(months))).toBe('impossible');
    expect(grave(worldWith({ ...months, checkedOn: undefined }))).toBe('warning');
  });

  test('rotations are to be listed US IR first, IR at home last', () => {
    const { fix } = first(
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
    expect(fix).toMatch(/Yale.*Penn.*Home/);
  });
});

test('two confirmed places on one day cannot be', () => {
  const both = plan([rotation({ ...early, ...CONFIRMED }), rotation({ ...early, ...CONFIRMED })]);
  expect(found('overlap', both)).toMatchObject([{ severity: 'impossible' }]);
});

describe('a whole plan', () => {
  test('is told gravest first, each finding with its fix', () => {
    const all = findings(
      plan([rotation(at('yale-us-electives', 'Yale'))], { enrollment: 'graduate' }),
    );
    expect(all[0]).toMatchObject({ rule: 'G12', severity: 'impossible' });
    expect(all.at(-1)?.severity).toBe('reference');
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
      { entry: 'visa', visaWaitDays: 60 },
    );
    const grave = findings(sound).filter(({ severity }) =>
      ['impossible', 'warning'].includes(severity),
    );
    expect(grave).toEqual([]);
  });
});

describe('a visa class that the host lists', () => {
  const spoken = (entry: Entry | undefined, of: Partial<Rotation>) =>
    found('host-visa', plan([rotation(of)], entry ? { entry } : {})).map(({ text }) => text);
  const yale = at('yale', 'Yale');
  test.each([
    ['visa', yale, undefined],
    ['waiver', yale, /^Yale lists B-1\. Ask whether your way of entering the US is accepted\.$/],
    ['in-us', yale, /^Yale lists B-1\. Ask whether your way of entering the US is accepted\.$/],
    ['waiver', at('penn', 'Penn'), undefined],
  ] as const)('meets %s', (entry, of, message) => {
    expect(spoken(entry, of)).toEqual(message ? [expect.stringMatching(message)] : []);
  });

  test('waits for how one enters, which is asked once for the whole plan', () => {
    expect(spoken(undefined, yale)).toEqual([]);
    expect(found('entry', plan([rotation(yale), rotation(at('penn', 'Penn'))]))).toHaveLength(1);
  });

  test('is no matter for a citizen', () => {
    expect(spoken('citizen', yale)).toEqual([]);
  });
});

describe('a graduate who works hands-on', () => {
  const clause = (entry: Entry) =>
    found(
      'host-visa',
      plan([rotation({ ...here, mode: 'hands-on' })], { enrollment: 'graduate', entry }),
    ).some(({ text }) => text.includes('B-1 rule'));

  test.each(['visa', 'waiver'] as const)('does not fit the B-1 rule with %s', (entry) => {
    expect(clause(entry)).toBe(true);
  });

  test.each(['citizen', 'in-us'] as const)('needs no rule as %s', (entry) => {
    expect(clause(entry)).toBe(false);
  });
});

describe('a host that has answered', () => {
  const refused = { students: 'no' } as const;

  test('knows whom it takes once it has made an offer: its page is then a question', () => {
    const listed = plan([rotation(here)]);
    const offered = plan([rotation({ ...here, stage: 'apply', status: 'offered' })]);
    expect(first('host-international', listed, worldWith(refused)).severity).toBe('impossible');
    expect(first('host-international', offered, worldWith(refused)).severity).toBe('warning');
  });

  test('is asked about the visa until it is in the passport', () => {
    const baylor = { ...at('baylor', 'Baylor'), ...spring, ...CONFIRMED };
    const visa = (status: 'to-do' | 'cleared') => [
      { kind: 'visa', status, heldBy: 'applicant', askedBy: 'default' } as const,
    ];
    const asked = (status: 'to-do' | 'cleared') =>
      found(
        'host-visa',
        plan([rotation({ ...baylor, checklist: visa(status) })], { entry: 'visa' }),
      );
    expect(asked('to-do')).toHaveLength(1);
    expect(asked('cleared')).toEqual([]);
  });
});

describe('what is lost', () => {
  const closed = plan([rotation({ ...at('yale', 'Yale'), ...month('2027-03-01', '2027-03-26') })], {
    entry: 'citizen',
  });

  test('comes first, once, with the days and what to do', () => {
    const all = findings(closed);
    expect(all[0]).toMatchObject({ rule: 'apply', severity: 'impossible' });
    expect(all[0]?.text).toMatch(
      /^No longer possible: apply for the Yale IR rotation\..* It is 22 days too late\.$/,
    );
    expect(all[0]?.fix).toContain('Ask Yale for later dates');
    expect(all.filter(({ severity }) => severity === 'impossible')).toHaveLength(1);
  });

  test('counts nowhere, and nothing is advised about it', () => {
    const [lost] = closed.rotations;
    const wishes = [rotation(spring), rotation(early)];
    const three = plan([...(lost ? [lost] : []), ...wishes], { entry: 'citizen' });
    expect(found('G1', three)).toEqual([]);
    expect(found('G25b', three)).toEqual([]);
    expect(findings(three).map(({ rule, subject }) => `${rule} ${subject}`)).not.toContain(
      `host-unstated ${lost?.id}`,
    );
    expect(first('G1', plan([rotation(late), ...wishes], { entry: 'citizen' })).severity).toBe(
      'advice',
    );
  });
});

describe('an answer that the plan waits for', () => {
  test.each([
    ['entry', {}],
    ['visa-wait', { entry: 'visa' }],
  ] as const)('%s is a warning until it is given', (id, profile) => {
    expect(first(id, plan([rotation()], profile)).severity).toBe('warning');
    expect(found(id, plan([rotation()], { entry: 'visa', visaWaitDays: 60 }))).toEqual([]);
  });
});

describe('a note', () => {
  const noted = plan([rotation(), rotation(), rotation()]);
  const applied = plan(
    [rotation({ stage: 'apply', status: 'submitted', appliedOn: '2026-11-20' })],
    {
      entry: 'citizen',
    },
  );

  test('is on the plan and in no email', () => {
    expect(found('G25b', noted)).toHaveLength(1);
    expect(occasionsAt(noted, worldWith(), MONDAY).map(({ rule }) => rule)).not.toContain('G25b');
  });

  test('colors nobody, as a question to a host hurries nobody', () => {
    const all = agendaAt(noted, worldWith(), MONDAY);
    const notes = all.matters.filter(({ kind }) => kind === 'note');
    expect(notes.length).toBeGreaterThan(2);
    for (const each of notes)
      expect(standingOf(all, each)).toEqual({ name: 'open', color: 'none' });
    expect(found('host-unstated', plan([rotation()], { entry: 'citizen' }))).toHaveLength(1);
    const asked = occasionsAt(applied, worldWith(), MONDAY).map(({ rule }) => rule);
    expect(asked).not.toContain('gate');
  });

  test('on what a page leaves open ends with the application', () => {
    expect(found('host-unstated', applied)).toEqual([]);
  });
});

function findings(facts: Facts, world: World = worldWith()): Finding[] {
  return findingsOf(agendaAt(facts, world, MONDAY));
}

function found(id: string, facts: Facts, world?: World): Finding[] {
  return findings(facts, world).filter(({ rule }) => rule === id);
}

function first(id: string, facts: Facts, world?: World): Finding {
  const [finding] = found(id, facts, world);
  if (!finding) throw new Error(`${id} should find something`);
  return finding;
}
