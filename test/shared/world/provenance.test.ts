import { expect, test } from 'vitest';
import { provenanceSchema } from '#shared/world/provenance.ts';

const page = {
  source: 'https://example.org/calendar',
  checkedOn: '2026-11-23',
  certainty: 'official',
};

test('a fact with source, day checked and certainty is taken', () => {
  expect(provenanceSchema.parse(page)).toEqual(page);
});

test('an estimate may stand without a source', () => {
  const estimate = { ...page, source: '', certainty: 'estimated' };
  expect(provenanceSchema.parse(estimate)).toEqual(estimate);
});

test('what claims to be official must name its source', () => {
  expect(provenanceSchema.safeParse({ ...page, source: ' ' }).error?.issues[0]?.path).toEqual([
    'source',
  ]);
});

test('a certainty that is none of the four is refused', () => {
  const vague = provenanceSchema.safeParse({ ...page, certainty: 'probably' });
  expect(vague.error?.issues[0]?.path).toEqual(['certainty']);
});
