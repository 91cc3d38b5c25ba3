import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { SCHEMA_PATH } from '#shared/base/links/urls.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { midwayAtBrown } from '../../shared/plan/moves/stories.ts';
import { type Stage, webStage } from '../web-stage.ts';

const JULY = '2027-07-20T15:00:00.000Z';

// biome-ignore lint/suspicious/noExplicitAny: what an outside reader sees of the file and its schema.
type Json = any;

describe('the JSON file that a person takes away', () => {
  test('has a schema that says of every part what it is', async () => {
    const { schema } = await takenAway();
    expect(emptyPartsOf(schema)).toEqual([]);
  });

  test('is valid by it, with its history', async () => {
    const { file, validate } = await takenAway();
    expect(file.history.map((entry: Json) => entry.event.type)).toEqual([
      'talk-held',
      'letter-asked',
    ]);
    validate(file);
    expect(validate.errors ?? []).toEqual([]);
  });

  test.each<[what: string, corrupt: (file: Json) => void]>([
    ['a day that no month has', (file) => (file.facts.rotations[0].dates.start = '2027-02-30')],
    ['a moment without its zone', (file) => (file.exportedAt = '2027-07-20T15:00')],
    ['a number in words', (file) => (file.facts.profile.matchYear = 'next year')],
    ['a part that is missing', (file) => delete file.facts.rotations[0].host],
    ['a part that nobody knows', (file) => (file.facts.rotations[0].luck = 'good')],
    ['an event that does not exist', (file) => (file.history[0].event.type = 'talk-missed')],
    ['a day of the past that is none', (file) => (file.history[0].event.on = 'Tuesday')],
  ])('is refused with %s', async (_, corrupt) => {
    const { file, validate } = await takenAway();
    corrupt(file);
    expect(validate(file)).toBe(false);
  });
});

async function takenAway() {
  const stage = webStage(JULY);
  await stage.add('alice', midwayAtBrown().facts);
  const plan = `/a/${await stage.token({ personId: 'alice' })}`;
  await report(stage, plan, { type: 'talk-held', on: '2027-07-20' });
  await report(stage, plan, {
    type: 'letter-asked',
    'writer.name': 'Dr. Ito',
    'writer.specialty': 'ir',
  });
  const file: Json = await (await stage.get(`${plan}/export.json`)).json();
  const schema: Json = await (await stage.get(SCHEMA_PATH)).json();
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  return { file, schema, validate: ajv.compile(schema) };
}

async function report(stage: Stage, plan: string, fields: Record<string, string>): Promise<void> {
  const { revision } = (await stage.person('alice')) as Applicant;
  const answer = await stage.post(`${plan}/r/r1`, {
    update: `u-${fields.type}`,
    revision: String(revision),
    ...fields,
  });
  expect(answer.status).toBe(303);
}

/** Where the schema says nothing, so that anything would do. */
function emptyPartsOf(part: Json, path = ''): string[] {
  if (part === null || typeof part !== 'object') return [];
  if (!Array.isArray(part) && Object.keys(part).length === 0) return [path];
  return Object.entries(part).flatMap(([name, inner]) => emptyPartsOf(inner, `${path}/${name}`));
}
