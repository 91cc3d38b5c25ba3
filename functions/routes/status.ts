/** From a refusal's code to its HTTP status, for pages, forms, the webhook, and the advisors' pages alike. */
import type { UnreadableForm } from '#shared/exchange/fields/read-form.ts';
import type { PlanRefusal } from '#shared/plan/facts/refusals.ts';
import type { MessageRefusal } from '#shared/words/sender-refusals.ts';
import type { WorldRefusal } from '#shared/world/corrections/refusals.ts';

type Code =
  | MessageRefusal['reason']
  | UnreadableForm['fault']
  | PlanRefusal['reason']
  | WorldRefusal['reason'];

export type Status = 400 | 401 | 404 | 405 | 409 | 413 | 422 | 429 | 500;

/** Every other refusal is a conflict: it depends on what is recorded, and what was sent may be right at another time. */
const CODES = {
  400: [
    'malformed',
    'outside-window',
    'bad-message-id',
    'not-utf-8',
    'not-json',
    'too-deep',
    'forbidden-name',
    'wrong-shape',
    'batch-size',
    'broken-off',
    'unknown-question',
    'unknown-choice',
    'several-answers',
  ],
  401: ['unsigned'],
  404: ['no-such-address'],
  405: ['only-post'],
  413: ['too-large'],
  // What was entered is wrong: correcting a field makes it right.
  422: [
    'invalid',
    'dates-needed',
    'dates-overlap',
    'start-behind-us',
    'offer-already-expired',
    'offer-day-needed',
    'window-already-closed',
    'nothing-to-record',
    'unknown-site',
    'no-checklist-yet',
    'expires-before-issue',
    'asked-afterward',
    'writer-is-applicant',
    'writer-wants-no-email',
    'writer-unreachable',
    'promised-in-the-past',
    'coordinator-is-nobody-new',
    'nobody-takes-over',
    'not-yet-there',
    'lasts-too-long',
    'too-far-ahead',
    'days-have-passed',
    'not-on-rotation',
    'nothing-to-change',
    'put-off-into-the-past',
    'put-off-too-long',
    'cannot-be-put-off',
    'note-needed',
    'contact-ahead',
    'past',
    'checked-later',
    'unsound',
    'unknown-source',
    'same',
    'not-official',
    'unknown-subject',
    'known-host',
  ],
  429: ['too-many-messages'],
  500: ['failed'],
} as const satisfies Partial<Record<Status, readonly Code[]>>;

const STATUSES = new Map(
  Object.entries(CODES).flatMap(([status, codes]) =>
    codes.map((code): [string, Status] => [code, Number(status) as Status]),
  ),
);

export function statusOf(code: string): Status {
  return STATUSES.get(code) ?? 409;
}
