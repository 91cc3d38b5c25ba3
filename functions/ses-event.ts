/** Parses an SES event: which of our emails it is about, and what happened to it. */
import * as z from 'zod';
import { idSchema } from '#shared/base/text.ts';
import { blameOfBounce } from '#shared/people/mailing/blame.ts';
import type { Blame } from '#shared/people/person/email-record.ts';
import { personKindSchema, type Who } from '#shared/people/person/person.ts';
import { TAG_NAMES } from '#shared/store/mailer.ts';

/** What happened. All but `nothing` can only follow an email that was sent. */
export type Finding =
  | { readonly kind: 'sent' | 'delivered' | 'nothing' }
  | { readonly kind: 'complained' }
  | { readonly kind: 'came-back'; readonly blames: Blame }
  /** A mail server reported us; the reader did nothing. */
  | { readonly kind: 'reported' };

export interface SesEvent {
  /** As SES calls it, for the log. */
  readonly type: string;
  readonly finding: Finding;
  /** Undefined where its tags name none of our emails. */
  readonly about: { readonly who: Who; readonly n: number } | undefined;
  /** Whom it is about: each email goes to one person, and for a week also to their previous address. */
  readonly to: string | undefined;
  /** The codes of a bounce, or the type of a complaint. */
  readonly reason?: string;
}

const wordSchema = z.string().max(100);
const wordsSchema = z.string().max(5000);

/** As EventBridge delivers it. SES adds fields at will, so only those we read are named. */
const eventSchema = z.object({
  source: z.literal('aws.ses'),
  detail: z.object({
    eventType: wordSchema,
    mail: z.object({
      destination: z.array(z.string().max(1000)).max(50),
      tags: z.record(z.string().max(256), z.array(z.string().max(256)).max(10)).default({}),
    }),
    bounce: z
      .object({
        bounceType: wordSchema,
        bounceSubType: wordSchema.optional(),
        bouncedRecipients: z
          .array(
            z.object({
              emailAddress: z.string().max(1000).optional(),
              status: wordsSchema.optional(),
              diagnosticCode: wordsSchema.optional(),
            }),
          )
          .max(50)
          .default([]),
      })
      .optional(),
    complaint: z
      .object({
        complaintFeedbackType: wordSchema.nullish(),
        complaintSubType: wordSchema.nullish(),
        complainedRecipients: z
          .array(z.object({ emailAddress: z.string().max(1000).optional() }))
          .max(50)
          .default([]),
      })
      .optional(),
  }),
});
type Detail = z.infer<typeof eventSchema>['detail'];

/** Throws for an event that is not SES's, naming the field. */
export function readSesEvent(event: unknown): SesEvent {
  const parsed = eventSchema.safeParse(event);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`The event is not from SES: ${issue?.path.join('.')} ${issue?.message}`);
  }
  const { detail } = parsed.data;
  const reason = reasonOf(detail);
  return {
    type: detail.eventType,
    finding: findingOf(detail),
    about: aboutOf(detail),
    to: recipientOf(detail),
    ...(reason && { reason }),
  };
}

/** The reader, unless a bounce or a complaint names the old address alone. */
function recipientOf({ mail, bounce, complaint }: Detail): string | undefined {
  const named = [...(bounce?.bouncedRecipients ?? []), ...(complaint?.complainedRecipients ?? [])];
  const addresses = named.flatMap(({ emailAddress }) => emailAddress ?? []);
  const [reader] = mail.destination;
  const isReaders = addresses.length === 0 || (reader !== undefined && addresses.includes(reader));
  return isReaders ? reader : addresses[0];
}

function findingOf({ eventType, bounce, complaint }: Detail): Finding {
  switch (eventType) {
    case 'Send':
      return { kind: 'sent' };
    case 'Delivery':
      return { kind: 'delivered' };
    case 'Bounce': {
      if (!bounce) return { kind: 'sent' };
      const blames = blameOfBounce({ ...bounce, ...bounce.bouncedRecipients[0] });
      // An automatic reply, such as a vacation note, harms nobody.
      return blames ? { kind: 'came-back', blames } : { kind: 'sent' };
    }
    case 'Complaint':
      // SES sent nothing: the reader complained before, perhaps about another sender.
      return complaint?.complaintSubType === 'OnAccountSuppressionList'
        ? { kind: 'came-back', blames: 'address' }
        : complaintOf(complaint?.complaintFeedbackType ?? '');
    default:
      return { kind: 'nothing' };
  }
}

/** Readers report spam or fraud, and some of their systems give no reason. The other types come from mail servers. */
function complaintOf(type: string): Finding {
  if (type === '' || type === 'abuse' || type === 'fraud') return { kind: 'complained' };
  return { kind: type === 'not-spam' ? 'sent' : 'reported' };
}

function aboutOf({ mail }: Detail): SesEvent['about'] {
  const tags = tagsSchema.safeParse({
    kind: mail.tags[TAG_NAMES.kind]?.[0],
    person: mail.tags[TAG_NAMES.person]?.[0],
    n: mail.tags[TAG_NAMES.n]?.[0],
  });
  if (!tags.success) return undefined;
  const { kind, person, n } = tags.data;
  return { who: { kind, id: person }, n };
}

const tagsSchema = z.object({
  kind: personKindSchema,
  person: idSchema,
  n: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
});

/** Codes only: a mail server's text repeats the address. */
function reasonOf({ bounce, complaint }: Detail): string | undefined {
  if (!bounce) return complaint?.complaintSubType ?? complaint?.complaintFeedbackType ?? undefined;
  const { bounceType, bounceSubType, bouncedRecipients } = bounce;
  const status = bouncedRecipients[0]?.status;
  const code = status && /^\d\.\d{1,3}\.\d{1,3}$/.test(status) ? status : undefined;
  return [bounceType, bounceSubType, code].filter((word) => word !== undefined).join(' ');
}
