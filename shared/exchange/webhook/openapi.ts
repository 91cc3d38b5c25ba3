/** The description of the webhook: OpenAPI 3.1, made from the same schemas that read and answer. */
import type * as z from 'zod';
import { BATCH_ITEMS_MAX, SIGNED_WITHIN_MS, WEBHOOK_BYTES_MAX } from '#shared/base/limits.ts';
import { WEBHOOK_PATHS } from '#shared/base/links/urls.ts';
import { idSchema } from '#shared/base/text.ts';
import { MINUTE_MS, SECOND_MS } from '#shared/base/time/instant.ts';
import { eventSchemaOf } from '../fields/event-fields.ts';
import { type Json, jsonSchemaOf } from '../json-schema.ts';
import { errorAnswerSchema, messageAnswerSchema } from './answer.ts';
import { GOOGLE_EXAMPLE, STANDARD_EXAMPLE, TYPEFORM_EXAMPLE } from './examples.ts';
import { googleFormsSchema } from './google-forms.ts';
import { updateItemSchema } from './item.ts';
import { MESSAGES_PER_WINDOW_MAX, QUOTA_WINDOW_MS } from './quota.ts';
import { type Product, sendableTypes } from './sender.ts';
import { typeformSchema } from './typeform.ts';

/** @param baseUrl where it is served, without a path */
export function openApi(baseUrl: string): Json {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Away Rotations: updates from outside',
      version: '1',
      summary: 'Schools’ forms and systems report what happened to an applicant’s rotations.',
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: baseUrl }],
    tags: [{ name: 'updates', description: 'One endpoint for each way of signing.' }],
    paths: {
      [WEBHOOK_PATHS.standard]: {
        post: door(
          'standard',
          'Send updates',
          'A message of one or more updates.',
          STANDARD_EXAMPLE,
        ),
      },
      [WEBHOOK_PATHS['google-forms']]: {
        post: door(
          'google-forms',
          'Send a Google Forms response',
          'What the script in docs/webhook/google-forms.md sends.',
          GOOGLE_EXAMPLE,
        ),
      },
      [WEBHOOK_PATHS.typeform]: {
        post: door(
          'typeform',
          'Send a Typeform response',
          'What Typeform sends; it may have more fields than these.',
          TYPEFORM_EXAMPLE,
        ),
      },
    },
    components: {
      schemas: {
        Event: eventJson(),
        Update: updateJson(),
        standard: {
          type: 'object',
          properties: {
            updates: {
              type: 'array',
              minItems: 1,
              maxItems: BATCH_ITEMS_MAX,
              items: { $ref: '#/components/schemas/Update' },
            },
          },
          required: ['updates'],
          additionalProperties: false,
        },
        'google-forms': jsonOf(googleFormsSchema, 'input'),
        typeform: jsonOf(typeformSchema, 'input'),
        Answer: jsonOf(messageAnswerSchema, 'output'),
        Error: jsonOf(errorAnswerSchema, 'output'),
      },
    },
  };
}

const DESCRIPTION = `Messages are signed as described by [Standard Webhooks](https://www.standardwebhooks.com), with a secret that an advisor gives you, within ${SIGNED_WITHIN_MS / MINUTE_MS} minutes of our clock; Typeform signs in its own way. A repeated message id gets its first answer. Each update of a batch has its own answer: accepted, replayed, or refused with the reason. A sender reports only about applicants of its own cohorts, and only what it may. It may send ${MESSAGES_PER_WINDOW_MAX} messages in ${QUOTA_WINDOW_MS / SECOND_MS} seconds, each of at most ${WEBHOOK_BYTES_MAX} bytes.`;

function door(product: Product, summary: string, description: string, example: unknown): Json {
  return {
    tags: ['updates'],
    operationId: product,
    summary,
    description,
    parameters: [SENDER, ...(product === 'typeform' ? TYPEFORM_HEADERS : STANDARD_HEADERS)],
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: { $ref: `#/components/schemas/${product}` }, example },
      },
    },
    responses: {
      200: answered('Each update has its answer; at least one is recorded.', 'Answer'),
      400: answered('The message cannot be read; the sentence says what to fix.', 'Error'),
      401: answered('The signature is invalid.', 'Error'),
      409: answered('The id belongs to another message.', 'Error'),
      413: answered('The body is too large.', 'Error'),
      422: answered(
        'Every update is refused, each with its reason. Nothing was changed.',
        'Answer',
      ),
      429: {
        ...answered('Too many messages at the moment.', 'Error'),
        headers: {
          'Retry-After': {
            description: 'Seconds until the next one is accepted.',
            required: true,
            schema: { type: 'integer', minimum: 1 },
          },
        },
      },
      500: answered('Our fault. The same message may be sent again.', 'Error'),
    },
  };
}

const SENDER = {
  name: 'sender',
  in: 'query',
  required: true,
  description: 'The sender’s id, which an advisor chose.',
  schema: jsonOf(idSchema, 'input'),
};

const STANDARD_HEADERS = [
  header('webhook-id', 'The message’s id. A repeated message has the same one.', {
    pattern: '^[A-Za-z0-9._:=-]{1,200}$',
  }),
  header('webhook-timestamp', 'Seconds since 1970 when this attempt was signed.', {
    pattern: '^[0-9]{1,12}$',
  }),
  header(
    'webhook-signature',
    '`v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`, one or more of these, separated by spaces.',
    {},
  ),
];
const TYPEFORM_HEADERS = [
  header('Typeform-Signature', '`sha256=` and the base64 of HMAC-SHA256 over the body.', {}),
];

function header(name: string, description: string, schema: Json): Json {
  return { name, in: 'header', required: true, description, schema: { type: 'string', ...schema } };
}

function answered(description: string, schema: string): Json {
  return {
    description,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
  };
}

function updateJson(): Json {
  const json = jsonOf(updateItemSchema, 'input');
  const properties = { ...(json.properties as Json) };
  properties.event = { $ref: '#/components/schemas/Event' };
  return { ...json, properties };
}

/** Every event that a sender may report; the rotation and the letter may also be named beside it. */
function eventJson(): Json {
  const named = ['rotationId', 'letterId'];
  const oneOf = sendableTypes().map((type) => {
    const json = jsonOf(eventSchemaOf(type), 'input');
    return {
      ...json,
      required: (json.required as string[]).filter((name) => !named.includes(name)),
    };
  });
  return { oneOf };
}

/** Without its dialect, which the whole document states once. */
function jsonOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = jsonSchemaOf(schema, io);
  return json;
}
