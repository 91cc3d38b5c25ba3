import { expect, test } from 'vitest';
import { html, written } from '#shared/base/html.ts';

test('markup is written as text, with what it holds escaped', () => {
  expect(written(html`<p>${'<b> & "'}</p>`)).toBe('<p>&lt;b&gt; &amp; &quot;</p>');
});

test('markup that waits for something is refused', () => {
  expect(() => written(html`<p>${Promise.resolve('later')}</p>`)).toThrow(/promise/);
});
