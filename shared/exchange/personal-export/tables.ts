/** A plan as tables: rotations, documents, cases, costs. */
import { csvOf } from '#shared/base/csv.ts';
import { ledgerOf } from '#shared/plan/costs/ledger.ts';
import { latestOf } from '#shared/plan/documents/judge.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { statusWords } from '#shared/plan/facts/stages.ts';
import { COST_WORDS } from '#shared/words/plan-words.ts';
import { DOCUMENT_FACTS } from '#shared/world/hosts/document-kinds.ts';
import type { World } from '#shared/world/world.ts';

type Cells = readonly (string | number | undefined)[];

interface Table {
  readonly header: readonly string[];
  rows(facts: Facts, world: World): readonly Cells[];
}

const TABLES = {
  rotations: {
    header: [
      ...['host', 'specialty', 'mode', 'route', 'country', 'first day', 'last day'],
      ...['stage', 'status', 'mentor', 'letters'],
    ],
    rows: ({ rotations }) =>
      rotations.map((of) => [
        ...[of.host.name, of.specialty, of.mode, of.route, of.country],
        ...[of.dates?.start, of.dates?.end, of.stage],
        ...[statusWords(of.stage, of.status, 'applicant'), of.mentor, of.letters.length],
      ]),
  },
  documents: {
    header: ['document', 'for', 'status', 'who has it', 'issued on', 'expires on', 'where it is'],
    rows: ({ documents, rotations }) =>
      rotations.flatMap(({ host, checklist }) =>
        checklist.map(({ kind, status, heldBy }) => {
          const { issuedOn, expiresOn, keptAt } = latestOf(documents, kind) ?? {};
          const { label } = DOCUMENT_FACTS[kind];
          return [label, host.name, status, heldBy, issuedOn, expiresOn, keptAt];
        }),
      ),
  },
  cases: {
    header: ['host', 'day', 'procedure', 'part', 'count'],
    rows: ({ rotations }) =>
      rotations.flatMap(({ host, cases = [] }) =>
        cases.flatMap(({ procedure, role, days }) =>
          Object.entries(days).map(([day, count]) => [host.name, day, procedure, role, count]),
        ),
      ),
  },
  costs: {
    header: ['for', 'what', 'US dollars', 'state', 'day', 'note', 'source'],
    rows: (facts, world) =>
      ledgerOf(facts, world).accounts.flatMap(({ rotation, entered, stated }) => {
        const of = rotation?.host.name ?? 'the whole season';
        return [
          ...entered.map(({ kind, amountUsd, state, on, note }) => {
            return [of, COST_WORDS[kind], amountUsd, state, on, note, 'entered'];
          }),
          ...stated.map(({ kind, usd, label, certainty, source, checkedOn }) => {
            const from = `${certainty}: ${source}, checked ${checkedOn}`;
            return [of, COST_WORDS[kind], usd, 'planned', undefined, label, from];
          }),
        ];
      }),
  },
} as const satisfies Readonly<Record<string, Table>>;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

export function tableOf(name: TableName, facts: Facts, world: World): string {
  const { header, rows }: Table = TABLES[name];
  return csvOf(header, rows(facts, world));
}
