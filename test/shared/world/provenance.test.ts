import { expect, test } from 'vitest';
import * as z from 'zod';
import { hasSource, provenanceShape, SOURCE_IS_MISSING } from '#shared/world/provenance.ts';

const row = z.strictObject(provenanceShape).refine(hasSource, SOURCE_IS_MISSING);

const page = {
  source: 'https://example.org/calendar',
  checkedOn: '2026-11-23',
  certainty: 'official',
};

test('a fact with source, day checked and certainty is taken', () => {
  expect(row.parse(page)).toEqual(page);
});

test('an estimate may stand without a source', () => {
  const estimate = { ...page, source: '', certainty: 'estimated' };
  expect(row.parse(estimate)).toEqual(estimate);
});

test('what claims to be official must name its source', () => {
  expect(row.safeParse({ ...page, source: ' ' }).error?.issues[0]?.path).toEqual(['source']);
});

test('a certainty that is none of the four is refused', () => {
  const vague = row.safeParse({ ...page, certainty: 'probably' });
  expect(vague.error?.issues[0]?.path).toEqual(['certainty']);
});
