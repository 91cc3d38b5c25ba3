import { expect, test } from 'vitest';
import { written } from '#shared/base/html.ts';
import { findingsList, findingsSection, foundIn } from '#shared/views/pages/plan/findings.ts';
import { BROWN, NOVEMBER, storyOf } from '../../../plan/moves/stories.ts';
import { viewOfStory } from '../page-views.ts';

const atUcsf = storyOf({ ...BROWN, host: { name: 'UCSF', institutionId: 'ucsf' } });

test('what cannot be comes first, with what to do and its source', () => {
  const section = String(findingsList(foundIn(viewOfStory(atUcsf, NOVEMBER))));
  const first = section.match(/<li>[\s\S]*?<\/li>/)?.[0] ?? '';
  expect(first).toContain('Not possible as planned.');
  expect(first).toContain('UCSF accepts no students from schools outside the US here.');
  expect(first).toContain('Choose another offering');
  expect(first).toContain('meded.ucsf.edu');
});

test('one is open on a phone, three on a wide screen, and the rest is folded', () => {
  const [open = '', wide = '', folded = ''] = shown(atUcsf).split('</ul>');
  expect(open.match(/<li>/g)).toHaveLength(1);
  expect(wide.match(/<details class="rest">|<li>/g)).toEqual([
    '<details class="rest">',
    '<li>',
    '<li>',
  ]);
  expect(folded).toMatch(/<details><summary>\d+ more</);
});

test('where nothing is missing, it says so', () => {
  const [known] = foundIn(viewOfStory(atUcsf, NOVEMBER)).filter(
    ({ severity }) => severity === 'reference',
  );
  expect(String(findingsSection(known ? [known] : []))).toContain('We found none.');
  expect(findingsSection([])).toBe('');
});

function shown(reported: Parameters<typeof viewOfStory>[0]): string {
  const section = findingsSection(foundIn(viewOfStory(reported, NOVEMBER)));
  return section === '' ? '' : written(section);
}
