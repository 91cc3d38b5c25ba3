import { describe, expect, test } from 'vitest';
import { phraseSource } from '#shared/world/provenance.ts';
import { FRIDAY } from '../views/email/occasions.ts';

describe('where a fact comes from reads', () => {
  test('with the day it was checked', () => {
    expect(phraseSource(FRIDAY)).toBe('the host’s visiting page, checked Mon, Nov 23, 2026');
  });

  test('without a word that its day has beside it', () => {
    expect(phraseSource({ source: 'a blog (secondary)' })).toBe('a blog');
    expect(phraseSource({ source: 'a blog (secondary source)' })).toBe('a blog (secondary source)');
  });

  test('as such where nothing is published', () => {
    expect(phraseSource({ source: '' })).toBe('no published source found');
    expect(phraseSource({ source: '3 months before; ' })).toBe('3 months before');
  });
});
