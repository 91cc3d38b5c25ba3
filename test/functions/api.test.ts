import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { apiApp } from '#functions/api.ts';
import {
  GOOGLE_EXAMPLE,
  STANDARD_EXAMPLE,
  TYPEFORM_EXAMPLE,
} from '#shared/exchange/webhook/examples.ts';
import { googleFormsSchema } from '#shared/exchange/webhook/google-forms.ts';
import { readItem } from '#shared/exchange/webhook/item.ts';
import { sendableTypes } from '#shared/exchange/webhook/sender.ts';
import { typeformSchema } from '#shared/exchange/webhook/typeform.ts';

const app = apiApp('https://rotations.example.org');
const get = async (path: string) => app.request(`https://rotations.example.org${path}`);

interface Document {
  readonly openapi: string;
  readonly servers: { url: string }[];
  readonly components: {
    schemas: {
      Event: { oneOf: { properties: { type: { const: string } }; required: string[] }[] };
    };
  };
}
const document = async () => (await (await get('/openapi.json')).json()) as Document;

describe('the description', () => {
  test('is OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate({ ...(await document()) });
    expect(errors).toBeUndefined();
    expect([valid, validator.version]).toEqual([true, '3.1']);
  });

  test('is found wanting by its validator when it is', async () => {
    const { openapi, ...rest } = await document();
    const { valid } = await new Validator().validate({
      ...rest,
      openapi,
      paths: { '/x': { post: 1 } },
    });
    expect(valid).toBe(false);
  });

  test('tells every event but an undo, with its days as days', async () => {
    const { Event } = (await document()).components.schemas;
    const types = Event.oneOf.map(({ properties }) => properties.type.const);
    expect(types.toSorted()).toEqual(sendableTypes().toSorted());
    expect(JSON.stringify(Event)).toContain('"expiresOn":{"type":"string","format":"date"}');
    expect(JSON.stringify(Event)).not.toContain('{}');
  });

  test('shows examples that would be taken', () => {
    expect(STANDARD_EXAMPLE.updates.map((update) => readItem(update).ok)).toEqual([true]);
    expect(googleFormsSchema.safeParse(GOOGLE_EXAMPLE).success).toBe(true);
    expect(typeformSchema.safeParse(TYPEFORM_EXAMPLE).success).toBe(true);
  });
});

describe('the page for people', () => {
  test('names every door, event and status, without a script', async () => {
    const response = await get('/api');
    const text = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).not.toContain('<script');
    for (const each of ['/webhook/updates', '/webhook/google-forms', '/webhook/typeform', '429'])
      expect(text).toContain(each);
    for (const type of sendableTypes()) expect(text).toContain(`<br><code>${type}</code></th>`);
    expect(text).toContain('<th scope="row">Offer received<br><code>offered</code>');
    expect(text).toContain('<th scope="row">ERAS submitted<br><code>eras-submitted</code>');
  });

  test('is the only other page here', async () => {
    expect((await get('/')).status).toBe(404);
  });
});
