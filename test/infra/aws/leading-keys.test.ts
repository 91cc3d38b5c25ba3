/** Each function reads and writes items of the kinds that its code names, and of no other. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ItemKind, parseItem } from '#shared/store/items.ts';
import { keyOf } from '#shared/store/keys.ts';
import { importsOf } from '../../tidy/imports.ts';
import { lets, roleStatements } from './policy.ts';
import { templates } from './stacks.ts';

const ENTRIES = readdirSync('functions/lambda').map((name) => name.replace(/\.ts$/, ''));
const KINDS: readonly ItemKind[] = [
  'applicant',
  'writer',
  'advisor',
  'bulk',
  'bulk-part',
  'cohort',
  'session',
  'audit',
  'export',
  'import',
  'import-part',
  'address',
  'chunk',
  'switches',
  'email-tally',
  'world',
  'world-part',
  'world-audit',
  'doubts',
  'sender',
  'sender-list',
  'quota',
  'deliveries',
  'sign-ups',
  'walk',
];
const ROLES: Readonly<Record<string, string>> = { 'execution-ended': 'ExecutionEnded' };

function may(entry: string, action: string, kind: ItemKind): boolean {
  const name = ROLES[entry] ?? `${entry.slice(0, 1).toUpperCase()}${entry.slice(1)}`;
  const statements = roleStatements(templates().service, `${name}FunctionRole`);
  const of = statements.filter(({ Action }) => [Action].flat().includes(action));
  const [resource] = of.flatMap(({ Resource }) => [Resource].flat());
  if (resource === undefined) return false;
  const context = { 'dynamodb:LeadingKeys': keyOf(kind, 'x1') };
  return of.some((each) =>
    lets([{ ...each, Resource: '*' }], { action, resource: 'the table', context }),
  );
}

/** Of the files in functions/ that an entry imports, however far: the kinds that they read, change, or make. */
function kindsNamed(entry: string): ItemKind[] {
  const files = new Set<string>();
  const queue = [`functions/lambda/${entry}.ts`];
  for (let file = queue.pop(); file; file = queue.pop()) {
    if (files.has(file) || !file.startsWith('functions/')) continue;
    files.add(file);
    const code = readFileSync(file, 'utf8').replaceAll(/^import type [\s\S]*?;$/gm, '');
    queue.push(...importsOf(file, code).map(({ to }) => to));
  }
  const text = [...files].map((file) => readFileSync(file, 'utf8')).join('\n');
  return KINDS.filter((kind) =>
    new RegExp(
      `\\b(?:read|change|changeTo|remove|setReach)(?:<[^(]*>)?\\(\\s*(?:[\\w.]+,\\s*)*'${kind}'|kind: '${kind}'`,
    ).test(text),
  );
}

test('every kind of item is judged here', () => {
  for (const kind of KINDS) expect(() => parseItem(kind, {})).toThrow(/not of its schema/);
});

/** Files that a function imports for something else. */
const NOT_USED: Readonly<Record<string, readonly ItemKind[]>> = {
  // Its pages show the world, and nothing that they show is written. Requests for links are counted elsewhere.
  shortlist: ['chunk', 'sign-ups'],
  webhook: ['sign-ups'],
  api: ['chunk', 'world', 'world-part'],
  // It removes sign-ups that nobody confirmed, and counts none.
  nudge: ['sign-ups'],
};

describe.each(ENTRIES)('%s', (entry) => {
  test('may read every kind that its code names', () => {
    const named = kindsNamed(entry).filter((kind) => !NOT_USED[entry]?.includes(kind));
    expect(named.filter((kind) => !may(entry, 'dynamodb:GetItem', kind))).toEqual([]);
  });

  test('may read no kind that its code could not need', () => {
    const people: readonly ItemKind[] = [
      'applicant',
      'writer',
      'advisor',
      'chunk',
      'bulk',
      'export',
    ];
    const needed = new Set<ItemKind>([...kindsNamed(entry), ...people, 'bulk-part', 'world-audit']);
    const wide = KINDS.filter((kind) => may(entry, 'dynamodb:GetItem', kind) && !needed.has(kind));
    expect(wide).toEqual([]);
  });
});

describe('a function that was taken over', () => {
  test.each([
    ['webhook', 'session'],
    ['webhook', 'advisor'],
    ['webhook', 'writer'],
    ['webhook', 'sender-list'],
    ['web', 'sender'],
    ['web', 'sender-list'],
    ['web', 'import-part'],
    ['nudge', 'session'],
    ['job', 'advisor'],
    ['job', 'sender'],
    ['feedback', 'session'],
    ['shortlist', 'applicant'],
  ] as const)('as %s reads and writes no %s', (entry, kind) => {
    expect(may(entry, 'dynamodb:GetItem', kind)).toBe(false);
    expect(may(entry, 'dynamodb:PutItem', kind)).toBe(false);
  });

  test('as the webhook makes no sender, and changes nobody’s address', () => {
    expect(may('webhook', 'dynamodb:GetItem', 'sender')).toBe(true);
    expect(may('webhook', 'dynamodb:PutItem', 'sender')).toBe(false);
    expect(may('webhook', 'dynamodb:PutItem', 'address')).toBe(false);
    expect(may('webhook', 'dynamodb:DeleteItem', 'applicant')).toBe(false);
  });

  test('as the webhook reads no key that signs an advisor’s or an applicant’s link', () => {
    const secrets = (role: string) =>
      roleStatements(templates().service, role)
        .filter(({ Action }) => [Action].flat().includes('secretsmanager:GetSecretValue'))
        .flatMap(({ Resource }) => JSON.stringify(Resource));
    expect(secrets('WebhookFunctionRole').join()).toContain('UndoKey');
    expect(secrets('WebhookFunctionRole').join()).not.toContain('LinkKey');
    expect(secrets('AdvisorsFunctionRole').join()).toContain('LinkKey');
    expect(secrets('AdvisorsFunctionRole').join()).not.toContain('UndoKey');
  });
});
