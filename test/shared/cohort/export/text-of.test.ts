import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { exportSchema, textOf } from '#shared/cohort/export/text-of.ts';
import { reportRow } from '#shared/cohort/report/row.ts';
import { withOutlook } from '#shared/people/outlook/look-ahead.ts';
import { summaryOfApplicant } from '#shared/people/outlook/summary.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice, carol, MONDAY } from '../../../cast.ts';
import { judged } from '../import/files.ts';
import { exportOfThree, FORMULA, whole } from './people.ts';

const rows = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true });

describe('CSV', () => {
  test('has a line an applicant, names of every script, and a mark that says UTF-8', async () => {
    const csv = await whole(textOf('applicants-csv', exportOfThree()));
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(rows(csv).map(({ Name }) => Name)).toEqual([
      'Alice Mathew',
      `'${FORMULA}`,
      'Carol Núñez',
    ]);
  });

  test('carries what the report says: sentence, action, who acts, since when, owner, follow-up', async () => {
    const open = { id: 'case-1', openedAt: MONDAY, openedBy: 'rules' as const, codes: [] };
    const casework = {
      opened: 1,
      cases: [{ ...open, owner: 'Dana', followUpOn: '2026-12-01' as const }],
    };
    const hers = carol({ casework });
    const of = {
      ...exportOfThree(),
      people: async function* () {
        yield hers;
      },
    };
    const [line] = rows(await whole(textOf('applicants-csv', of)));
    const seen = summaryOfApplicant(withOutlook(hers, PUBLISHED_WORLD, of.now));
    const [first] = reportRow(seen, of.now).findings;
    expect(line).toMatchObject({
      Risk: 'red',
      'Risk since': '2026-11-23',
      Reason: first?.words().reason,
      Action: first?.words().action,
      'Reason since': '2026-10-12',
      'Next to act': 'the applicant',
      'Case owner': 'Dana',
      'Follow up on': '2026-12-01',
    });
    expect(line?.Reason).toMatch(/^Ask for a letter at the Brown IR rotation: /);
    const [json] = JSON.parse(await whole(textOf('json', of))).applicants;
    expect(json.Reason).toBe(line?.Reason);
  });

  test('has a line a rotation, with days as ISO days and moments with their zone', async () => {
    const [, hers] = rows(await whole(textOf('rotations-csv', exportOfThree())));
    expect(hers).toMatchObject({
      Host: 'Brown',
      'First day': '2026-09-07',
      'Last day': '2026-10-02',
      'Status since': '2026-11-23T15:00:00.000Z',
      'Time zone': 'America/Lima',
    });
  });

  test('holds no cell that a spreadsheet would run, numbers aside', async () => {
    for (const format of ['applicants-csv', 'rotations-csv'] as const) {
      const cells = rows(await whole(textOf(format, exportOfThree()))).flatMap(Object.values);
      const running = cells.filter((cell) => /^[\s]*[=+\-@|%\t\r]/.test(cell));
      expect(running.filter((cell) => !/^-?\d+$/.test(cell))).toEqual([]);
    }
  });

  test('is read back by an import as it is, names and all', async () => {
    const people = [alice(), carol()];
    const csv = (await whole(textOf('applicants-csv', exportOfThree()))).slice(1);
    const read = await judged(csv, people);
    expect([read.messages, read.outcomes]).toEqual([[], { added: 1, changed: 0, same: 2 }]);
    expect(read.people[1]?.profile.name).toBe(FORMULA);
    const rotations = (await whole(textOf('rotations-csv', exportOfThree()))).slice(1);
    const hers = rotations.split('\r\n').filter((line) => !line.startsWith('bob'));
    expect((await judged(hers.join('\r\n'), people)).outcomes).toMatchObject({
      same: 1,
      changed: 0,
    });
  });
});

describe('JSON', () => {
  test('carries the schema of what it holds, and holds nothing else', async () => {
    const { schema, applicants } = JSON.parse(await whole(textOf('json', exportOfThree())));
    expect(schema).toEqual(exportSchema());
    const known = new Set(Object.keys(schema.properties));
    for (const applicant of applicants) {
      expect(Object.keys(applicant).filter((name) => !known.has(name))).toEqual([]);
    }
    expect(applicants.map(({ Name }: { Name: string }) => Name)[1]).toBe(FORMULA);
  });

  test('names the values of a column that has few, and holds no other', async () => {
    const { schema, applicants } = JSON.parse(await whole(textOf('json', exportOfThree())));
    const { items } = schema.properties.rotations;
    expect(items.properties.Status.enum).toContain('waitlisted');
    expect(schema.properties.Risk.enum).toContain('cannot-be-saved');
    const few = (properties: Record<string, { enum?: string[] }>, row: Record<string, unknown>) =>
      Object.entries(row).filter(([name, value]) => {
        const choices = properties[name]?.enum;
        return choices !== undefined && !choices.includes(String(value));
      });
    for (const { findings, rotations, ...row } of applicants) {
      expect(few(schema.properties, row)).toEqual([]);
      for (const each of rotations) expect(few(items.properties, each)).toEqual([]);
      for (const each of findings) {
        expect(few(schema.properties.findings.items.properties, each)).toEqual([]);
      }
    }
  });

  test('carries every reason of an applicant, as the report says it', async () => {
    const { applicants } = JSON.parse(await whole(textOf('json', exportOfThree())));
    const hers = summaryOfApplicant(withOutlook(carol(), PUBLISHED_WORLD, MONDAY));
    const { findings } = reportRow(hers, MONDAY);
    expect(findings.length).toBeGreaterThan(0);
    expect(applicants.at(-1).findings).toEqual(
      findings.map((each) =>
        expect.objectContaining({ Code: each.code, Reason: each.words().reason }),
      ),
    );
  });
});

describe('a calendar', () => {
  test('holds the open deadlines, each once, as whole days with their source', async () => {
    const of = exportOfThree();
    const due = {
      rule: 'G14',
      title: 'documents for Brown',
      day: '2027-01-15',
      hard: true,
      certainty: 'official',
      source: 'the host’s page',
    } as const;
    const outlook = {
      at: of.now,
      due: [due, { ...due, day: '2026-11-01' }],
      rotations: [],
      followed: {},
    } as const;
    const ics = await whole(
      textOf('ics', {
        ...of,
        async *people() {
          yield alice({ outlook: structuredClone(outlook) as never });
          yield carol();
        },
      }),
    );
    expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(ics).toContain('DTSTART;VALUE=DATE:20270115');
    expect(ics).toContain('SUMMARY:Alice Mathew: documents for Brown');
    expect(ics).toMatch(/^BEGIN:VCALENDAR[\s\S]+END:VCALENDAR\r\n$/);
  });
});

test('a deleted plan is in none of them', async () => {
  const of = exportOfThree();
  const erased = {
    ...of,
    async *people() {
      yield alice({ erased: true } as never);
    },
  };
  expect(rows(await whole(textOf('applicants-csv', erased)))).toEqual([]);
  expect(JSON.parse(await whole(textOf('json', erased))).applicants).toEqual([]);
});

test('a line leaves before the next person is read', async () => {
  let read = 0;
  const of = exportOfThree();
  const pieces = textOf('applicants-csv', {
    ...of,
    async *people() {
      for await (const person of of.people()) {
        read += 1;
        yield person;
      }
    },
  })[Symbol.asyncIterator]();
  await pieces.next();
  await pieces.next();
  expect(read).toBe(1);
});
