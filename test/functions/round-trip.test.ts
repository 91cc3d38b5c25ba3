/** A cohort with letters and documents in every stage leaves as two sheets and comes back into an empty one. */
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { judge, keepFile, startImport, tableOf } from '#functions/imports.ts';
import { peopleOf } from '#functions/run-export.ts';
import { runImport } from '#functions/run-import.ts';
import { type Instant, MINUTE_MS, plusMs } from '#shared/base/time/instant.ts';
import { textOf } from '#shared/cohort/export/text-of.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import { withOutlook } from '#shared/people/outlook/look-ahead.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import { checklistFor } from '#shared/plan/documents/checklist.ts';
import type { ChecklistItem } from '#shared/plan/facts/document.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Letter } from '#shared/plan/facts/letter.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { PUBLISHED_WORLD as WORLD } from '#shared/world/world.ts';
import { alice, bob, carol, MONDAY } from '../cast.ts';
import { whole } from '../shared/cohort/export/people.ts';
import { type AdvisorsStage, advisorsStage, FOREIGN as EMPTY, OWN } from './advisors-stage.ts';

type Sheet = 'applicants-csv' | 'rotations-csv';

/** Of the one cohort alone: who someone is there, and what we did about them. */
const NOT_CARRIED = [
  'Applicant ID',
  'Enrolled here',
  'Last active',
  'Last emailed',
  'Case owner',
  'Follow up on',
  // The import is the first that this cohort hears of them.
  'Reason since',
  'Risk since',
];

test('what was exported is exported again, letters, documents and all', async () => {
  const stage = await advisorsStage();
  for (const person of [nora(), omar(), pia()]) await stage.store.write(looked(person));
  const before = await sheetsOf(stage, OWN);
  expect(statusesIn(before)).toEqual([
    'closed canceled-by-host',
    'closed complete',
    'closed finished-without-letter',
    'closed offer-expired',
    'closed rejected',
    'closed withdrawn',
    'collecting',
    'not-progressing',
    'offered',
    'preparing',
    'shortlisted',
    'submitted',
    'to-assign',
    'underway',
    'upcoming',
    'waiting',
    'waitlisted',
  ]);

  await imported(stage, 'i1', before['applicants-csv']);
  await imported(stage, 'i2', before['rotations-csv']);
  const people = (await stage.store.cohort(EMPTY, 10)).rows;
  for (const { id } of people) {
    const person = await stage.store.read('applicant', id);
    if (person) await stage.store.write(looked(person));
  }
  const again = await sheetsOf(stage, EMPTY);
  for (const sheet of ['applicants-csv', 'rotations-csv'] as const) {
    expect(linesOf(again[sheet])).toEqual(linesOf(before[sheet]));
  }

  // And into the same cohort a second time: nothing to change.
  stage.at(plusMs(MONDAY, MINUTE_MS));
  await imported(stage, 'i3', before['rotations-csv']);
  expect((await stage.store.read('import', 'i3'))?.outcomes).toEqual({
    added: 0,
    changed: 0,
    same: 3,
  });
});

test('it makes nobody be emailed about a letter', async () => {
  const stage = await advisorsStage();
  const person = omar();
  const [first] = person.facts.rotations;
  if (first?.letters[0]) {
    first.letters[0] = {
      ...first.letters[0],
      writer: { name: 'Prof. Wren', specialty: 'ir', address: 'wren@example.org' },
      contact: { on: '2026-10-20', state: 'emailed', since: '2026-10-20' },
    };
  }
  await stage.store.write(looked(person));
  const sheets = await sheetsOf(stage, OWN);
  expect(JSON.stringify(sheets)).not.toContain('wren@example.org');
  await imported(stage, 'i1', sheets['applicants-csv']);
  await imported(stage, 'i2', sheets['rotations-csv']);
  const [row] = (await stage.store.cohort(EMPTY, 10)).rows;
  const back = await stage.store.read('applicant', row?.id ?? '');
  const letters = back?.facts.rotations.flatMap(({ letters }) => letters) ?? [];
  expect(letters.length).toBeGreaterThan(4);
  expect(letters.filter(({ contact, writer }) => contact || writer.address)).toEqual([]);
});

async function imported({ deps, store }: AdvisorsStage, id: string, csv: string): Promise<void> {
  const of = { id, cohortId: EMPTY, by: 'dana', fileName: 'sheet.csv' };
  const kept = await keepFile(deps, of, new TextEncoder().encode(csv));
  if (!kept.ok) throw new Error('It was refused.');
  const { problems, notices, people } = await judge(
    deps,
    kept.value,
    await tableOf(store, kept.value),
  );
  expect([problems, notices]).toEqual([[], []]);
  await startImport(deps, kept.value, people.length);
  await runImport({ ...deps, workflow: NO_WORKFLOW, mayContinue: () => true }, id);
}

async function sheetsOf({ store }: AdvisorsStage, cohortId: string) {
  const of = {
    cohort: { id: cohortId, name: 'Match 2027' },
    world: WORLD,
    now: MONDAY,
    people: () => peopleOf({ store }, cohortId, async () => undefined),
  };
  const sheet = (format: Sheet) => whole(textOf(format, of));
  return {
    'applicants-csv': await sheet('applicants-csv'),
    'rotations-csv': await sheet('rotations-csv'),
  };
}

/** In the order of names and rotations, since ids of people are new. */
function linesOf(csv: string): Record<string, string>[] {
  const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true });
  return rows
    .map((row) =>
      Object.fromEntries(Object.entries(row).filter(([name]) => !NOT_CARRIED.includes(name))),
    )
    .toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)));
}

function keyOf({ Name, 'Rotation ID': rotationId = '' }: Record<string, string>): string {
  return `${Name} ${rotationId}`;
}

function statusesIn(sheets: Record<Sheet, string>): string[] {
  const rotations = linesOf(sheets['rotations-csv']);
  const found = rotations.map(({ Status, 'Closed because': why }) => `${Status} ${why}`.trim());
  return [...new Set(found)].toSorted();
}

function looked(person: Applicant): Applicant {
  return withOutlook(withTimePassed(person, MONDAY, WORLD), WORLD, MONDAY);
}

/** Everything before a rotation begins, and a paper that expires. */
function nora(): Applicant {
  const cleared = CHECKLIST.map((item) => ({ ...item, status: 'cleared' as const }));
  return withFacts(alice(), {
    rotations: [
      rotation(1, 'identify', 'shortlisted'),
      rotation(2, 'apply', 'preparing', { windowClosesOn: '2026-12-20', dates: MAY }),
      rotation(3, 'apply', 'submitted', { dates: MAY, route: 'vslo' }),
      rotation(4, 'apply', 'waitlisted', { dates: MAY, specialty: 'dr' }),
      rotation(5, 'apply', 'offered', { dates: MAY, offer: { expiresOn: '2026-12-01' } }),
      rotation(6, 'documents', 'collecting', {
        dates: { start: '2027-02-01', end: '2027-02-26' },
        checklist: mixed(),
      }),
      rotation(7, 'rotate', 'upcoming', {
        dates: { start: '2027-01-04', end: '2027-01-29' },
        checklist: cleared,
      }),
    ],
    documents: [
      { kind: 'tb', issuedOn: '2026-02-01', expiresOn: '2027-01-31', keptAt: 'blue | "folder", 2' },
      { kind: 'passport', expiresOn: '2031-05-05' },
    ],
  });
}

/** Letters in every standing, during a rotation and after it. */
function omar(): Applicant {
  return withFacts(bob(), {
    rotations: [
      rotation(1, 'rotate', 'underway', {
        dates: { start: '2026-11-02', end: '2026-11-27' },
        since: '2026-11-02T05:00:00.000Z',
        checklist: mixed(),
        letters: [letter('asked', 1, '2026-11-17T16:00:00.000Z')],
      }),
      rotation(2, 'request-letter', 'waiting', {
        dates: { start: '2026-09-28', end: '2026-10-23' },
        since: '2026-10-24T04:00:00.000Z',
        checklist: CHECKLIST,
        letters: [
          letter('agreed', 1),
          letter('requested', 2, '2026-11-20T15:30:00.000Z', {
            promised: { by: '2026-12-15', on: '2026-11-19' },
          }),
          letter('declined', 3),
        ],
      }),
      rotation(3, 'request-letter', 'not-progressing', {
        dates: { start: '2026-06-01', end: '2026-06-26' },
        since: '2026-08-01T04:00:00.000Z',
        checklist: SUMMER_CHECKLIST,
        letters: [letter('not-progressing', 1, '2026-08-01T04:00:00.000Z')],
      }),
      rotation(4, 'letter-received', 'to-assign', {
        dates: { start: '2026-07-06', end: '2026-07-31' },
        since: '2026-08-20T10:11:12.000Z',
        checklist: SUMMER_CHECKLIST,
        letters: [letter('uploaded', 1, '2026-08-20T10:11:12.000Z', { erasLetterId: 'A1B2' })],
      }),
      rotation(5, 'closed', 'closed', {
        dates: { start: '2026-04-06', end: '2026-05-01' },
        since: '2026-09-05T10:00:00.000Z',
        checklist: CHECKLIST,
        letters: [letter('assigned', 1, '2026-09-05T10:00:00.000Z', { erasLetterId: 'C3D4' })],
        closed: { reason: 'complete', at: '2026-09-05T10:00:00.000Z' },
      }),
    ],
    letters: [letter('uploaded', 1), letter('asked', 2, '2026-11-20T16:00:00.000Z')],
    erasSubmittedOn: '2026-09-03',
  });
}

/** Everything that ended otherwise. */
function pia(): Applicant {
  const ends = [
    ['withdrawn', { checklist: mixed(SUMMER_CHECKLIST) }],
    ['rejected', {}],
    ['canceled-by-host', { checklist: SUMMER_CHECKLIST }],
    ['offer-expired', { offer: { expiresOn: '2026-10-01' } }],
    ['finished-without-letter', { checklist: SUMMER_CHECKLIST, letters: [letter('declined', 1)] }],
  ] as const;
  return withFacts(carol(), {
    rotations: ends.map(([reason, of], index) =>
      rotation(index + 1, 'closed', 'closed', {
        ...structuredClone(of as Partial<Rotation>),
        dates: { start: '2026-08-03', end: '2026-08-28' },
        since: '2026-10-02T04:00:00.000Z',
        closed: { reason, at: '2026-10-02T04:00:00.000Z' },
      }),
    ),
  });
}

const MAY = { start: '2027-05-03', end: '2027-05-28' } as const;

const CHECKLIST: ChecklistItem[] = checklistFor(
  { country: 'US', mode: 'hands-on', dates: MAY },
  undefined,
  {
    entry: 'visa',
  },
);

const SUMMER_CHECKLIST = CHECKLIST.filter(({ kind }) => kind !== 'influenza');

/** Every status in turn. */
function mixed(checklist = CHECKLIST): ChecklistItem[] {
  const turns = [
    ['to-do', 'applicant'],
    ['in-progress', 'home-school'],
    ['submitted', 'host'],
    ['cleared', 'applicant'],
    ['not-accepted', 'external'],
  ] as const;
  return checklist.map((item, index) => {
    const [status, heldBy] = turns[index % turns.length] ?? turns[0];
    return { ...item, status, heldBy };
  });
}

function letter(
  status: Letter['status'],
  n: number,
  since: Instant = '2026-10-20T14:00:00.000Z',
  of: Partial<Letter> = {},
): Letter {
  const askedOn = since.slice(0, 10) as Letter['askedOn'];
  const writer = { name: `Prof. "Wren" | ${n}; Jr.`, specialty: 'ir' } as const;
  return { id: `l-${status}-${n}`, writer, status, askedOn, since, ...of };
}

function rotation(
  n: number,
  stage: Rotation['stage'],
  status: Rotation['status'],
  of: Partial<Rotation> = {},
): Rotation {
  return {
    id: `r${n}`,
    host: { name: `Host ${n}` },
    specialty: 'ir',
    mode: 'hands-on',
    route: 'institution',
    country: 'US',
    stage,
    status,
    since: '2026-11-10T12:34:56.000Z',
    addedOn: '2026-04-06',
    checklist: [],
    letters: [],
    ...of,
  };
}

function withFacts(person: Applicant, facts: Partial<Facts>): Applicant {
  const profile = { ...person.facts.profile, matchYear: 2027, entry: 'visa' as const };
  return { ...person, facts: { ...person.facts, profile, ...facts } };
}
