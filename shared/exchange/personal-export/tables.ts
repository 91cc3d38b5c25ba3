/** A plan as tables: rotations, documents, cases, costs. */
import { csvOf } from '#shared/base/csv.ts';
import { ledgerOf } from '#shared/plan/costs/ledger.ts';
import { latestOf } from '#shared/plan/documents/judge.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { statusWords } from '#shared/plan/facts/stages.ts';
import { COST_WORDS } from '#shared/words/plan-words.ts';
import { DOCUMENT_FACTS } from '#shared/world/hosts/document-kinds.ts';
import type { World } from '#shared/world/world.ts';

export const TABLE_NAMES = ['rotations', 'documents', 'cases', 'costs'] as const;
export type TableName = (typeof TABLE_NAMES)[number];

export function tableOf(name: TableName, facts: Facts, world: World): string {
  switch (name) {
    case 'rotations':
      return rotations(facts);
    case 'documents':
      return documents(facts);
    case 'cases':
      return cases(facts);
    case 'costs':
      return costs(facts, world);
  }
}

function rotations(facts: Facts): string {
  return csvOf(
    [
      'host',
      'specialty',
      'mode',
      'route',
      'country',
      'first day',
      'last day',
      'stage',
      'status',
      'mentor',
      'letters',
    ],
    facts.rotations.map(
      ({ host, specialty, mode, route, country, dates, stage, status, mentor, letters }) => [
        host.name,
        specialty,
        mode,
        route,
        country,
        dates?.start,
        dates?.end,
        stage,
        statusWords(stage, status, 'applicant'),
        mentor,
        letters.length,
      ],
    ),
  );
}

function documents({ documents: held, rotations: all }: Facts): string {
  const lines = all.flatMap((rotation) => rotation.checklist.map((item) => ({ rotation, item })));
  return csvOf(
    ['document', 'for', 'status', 'who has it', 'issued on', 'expires on', 'where it is'],
    lines.map(({ rotation, item }) => {
      const paper = latestOf(held, item.kind);
      return [
        DOCUMENT_FACTS[item.kind].label,
        rotation.host.name,
        item.status,
        item.heldBy,
        paper?.issuedOn,
        paper?.expiresOn,
        paper?.keptAt,
      ];
    }),
  );
}

function cases(facts: Facts): string {
  return csvOf(
    ['host', 'day', 'procedure', 'part', 'count'],
    facts.rotations.flatMap(({ host, cases: log = [] }) =>
      log.flatMap(({ procedure, role, days }) =>
        Object.entries(days).map(([day, count]) => [host.name, day, procedure, role, count]),
      ),
    ),
  );
}

function costs(facts: Facts, world: World): string {
  return csvOf(
    ['for', 'what', 'US dollars', 'state', 'day', 'note', 'source'],
    ledgerOf(facts, world).accounts.flatMap(({ rotation, entered, stated }) => [
      ...entered.map((cost) => [
        rotation?.host.name ?? 'the whole season',
        COST_WORDS[cost.kind],
        cost.amountUsd,
        cost.state,
        cost.on,
        cost.note,
        'entered',
      ]),
      ...stated.map((cost) => [
        rotation?.host.name ?? 'the whole season',
        COST_WORDS[cost.kind],
        cost.amountUsd,
        'planned',
        undefined,
        cost.label,
        `${cost.provenance.certainty}: ${cost.provenance.source}, checked ${cost.provenance.checkedOn}`,
      ]),
    ]),
  );
}
