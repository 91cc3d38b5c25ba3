import { describe, expect, test } from 'vitest';
import { afterUpdate, atForm, emailUrls, pagePaths } from '#shared/base/links/urls.ts';

describe('the addresses in an email', () => {
  const urls = emailUrls('https://rotations.example.org', { answer: 'AAA', unsubscribe: 'UUU' });

  test('lead under the base URL', () => {
    expect(urls.plan).toBe('https://rotations.example.org/a/AAA');
    expect(urls.rotation('r1')).toBe('https://rotations.example.org/a/AAA/r/r1');
  });

  test('stop the emails by a token that opens nothing else', () => {
    expect(urls.unsubscribe).toBe('https://rotations.example.org/u/UUU');
  });
});

describe('the addresses on a page', () => {
  const { rotation } = pagePaths('AAA');

  test('name the form that is open', () => {
    expect(atForm(rotation('r1'), 'document-updated.tb')).toBe(
      '/a/AAA/r/r1?do=document-updated.tb#form-document-updated.tb',
    );
  });

  test('name the update that was accepted', () => {
    expect(afterUpdate(rotation('r1'), 'u1')).toBe('/a/AAA/r/r1?done=u1');
  });
});
