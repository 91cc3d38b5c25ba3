/** What we say about data and attackers is shown by tests: each statement names one, and each one named exists. */
import { describe, expect, test } from 'vitest';
import { FILES, read } from './files.ts';

const PAGES = ['docs/privacy.md', 'docs/threat-model.md'];
const TEST = /`(test\/[\w./-]+\.test\.ts)`/g;

/** Items of lists and rows of tables, each as one line; headings of tables are none. */
function statementsIn(page: string): string[] {
  const joined = page.replaceAll(/\n {2,}(?=\S)/g, ' ');
  const lines = joined.split('\n');
  return lines.filter((line, index) => {
    const isRow = /^\|(?!\s*-)/.test(line) && !/^\|\s*-/.test(lines[index + 1] ?? '');
    return line.startsWith('- ') || isRow;
  });
}

const testsIn = (text: string) => [...text.matchAll(TEST)].map(([, path = '']) => path);

describe.each(PAGES)('%s', (path) => {
  test('says nothing that no test shows', () => {
    const statements = statementsIn(read(path));
    expect(statements.length).toBeGreaterThan(25);
    expect(statements.filter((statement) => testsIn(statement).length === 0)).toEqual([]);
  });

  test('names tests that exist', () => {
    expect(testsIn(read(path)).filter((name) => !FILES.includes(name))).toEqual([]);
  });
});

test('a statement without a test is found, in a list and in a table', () => {
  const page = '- One\n  goes on (`test/a.test.ts`).\n- Two.\n\n| what |\n| --- |\n| three |\n';
  expect(statementsIn(page).filter((each) => testsIn(each).length === 0)).toEqual([
    '- Two.',
    '| three |',
  ]);
});

test('the threat model asks each actor what they can and cannot do', () => {
  const actors = [...read('docs/threat-model.md').matchAll(/^## (.+)$/gm)].map(([, name]) => name);
  expect(actors).toEqual(
    expect.arrayContaining([
      'A stranger',
      'An applicant',
      'A letter writer',
      'An advisor',
      'A dismissed advisor',
      'Another school',
      'An operator',
      'A thief of a backup',
    ]),
  );
});
