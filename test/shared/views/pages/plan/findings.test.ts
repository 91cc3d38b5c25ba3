import { expect, test } from 'vitest';
import { written } from '#shared/base/html.ts';
import { findingsSection } from '#shared/views/pages/plan/findings.ts';
import { aliceFacts, BROWN, NOVEMBER, storyOf } from '../../../plan/moves/stories.ts';
import { viewOfStory } from '../page-views.ts';

const atUcsf = storyOf({ ...BROWN, host: { name: 'UCSF', institutionId: 'ucsf' } });

test('what cannot be comes first, with what to do and its source', () => {
  const section = shown(atUcsf);
  const first = section.match(/<li>[\s\S]*?<\/li>/)?.[0] ?? '';
  expect(first).toContain('Not possible as planned.');
  expect(first).toContain('UCSF accepts no students from schools outside the US here.');
  expect(first).toContain('Choose another offering');
  expect(first).toContain('meded.ucsf.edu');
});

test('five at most stand open, the rest is folded', () => {
  const [open = '', folded = ''] = shown(atUcsf).split('<details>');
  expect(open.match(/<li>/g)).toHaveLength(5);
  expect(folded).toMatch(/More to know \(\d+\)/);
});

test('the rules are one tap away', () => {
  expect(shown({ facts: aliceFacts() })).toContain('href="/guide"');
});

function shown(reported: Parameters<typeof viewOfStory>[0]): string {
  const section = findingsSection(viewOfStory(reported, NOVEMBER));
  return section === '' ? '' : written(section);
}
