/** The mailer over SMTP: one connection and one attempt for each email, and an honest report of how it ended. */
import { Readable } from 'node:stream';
import type { NodemailerError } from 'nodemailer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { LEASE_MARGIN_MS } from '#shared/base/limits.ts';
import { DAY_MS } from '#shared/base/time/instant.ts';
import { blameOf, blameOfAnswer } from '#shared/people/mailing/blame.ts';
import type { Blame } from '#shared/people/person/email-record.ts';
import type { Delivery, Mailer } from '#shared/store/mailer.ts';
import { type MakeMime, madeOrRefused } from './mime.ts';
import { type SmtpServer, smtpServerOf } from './smtp-server.ts';

/** An attempt must end before its claim's lease does, and may start as late as the margin before that. */
const SEND_TIMEOUT_MS = LEASE_MARGIN_MS - 5000;

interface SmtpSettings {
  /** `smtps://user:password@host:465` or `smtp://user:password@host:587` (which must then offer STARTTLS). */
  readonly url: string;
  /** The envelope sender: bounces go there. */
  readonly envelopeFrom: string;
  /** The most milliseconds that one attempt may take; 25 s by default. */
  readonly timeoutMs?: number;
}

/** Throws a sentence for a URL that names no mail server. */
export function smtpMailer(settings: SmtpSettings, makeMime: MakeMime): Mailer {
  const server = smtpServerOf(settings.url);
  const { envelopeFrom, timeoutMs = SEND_TIMEOUT_MS } = settings;
  return {
    // SMTP never brings evidence later: an open claim waits until the next local day.
    evidenceMs: DAY_MS,
    async deliver(email, tag, now) {
      const made = await madeOrRefused(makeMime, email, tag, now);
      if (!made.ok) return made.failure;
      const to = [email.to.address, ...(email.also ? [email.also] : [])];
      return send(server, { from: envelopeFrom, to }, made.value, timeoutMs);
    },
  };
}

/** Before the body's first byte, nothing can have been sent; after it, only the server's response can tell. */
interface Body {
  readonly stream: Readable;
  begun: boolean;
}

function send(
  server: SmtpServer,
  envelope: { from: string; to: string[] },
  raw: string,
  timeoutMs: number,
): Promise<Delivery> {
  return new Promise((resolve) => {
    const { auth, ...address } = server;
    const connection = new SMTPConnection({
      ...address,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      dnsTimeout: timeoutMs,
      socketCloseTimeout: 0,
    });
    const body = bodyOf(raw);
    // A server that sends one byte a second never triggers an idle timeout, but it does trigger this one.
    const deadline = setTimeout(() => end({ code: 'ETIMEDOUT', command: 'CONN' }), timeoutMs);

    function end(error: Fault | null | undefined): void {
      clearTimeout(deadline);
      resolve(error ? judge(error, body.begun) : { outcome: 'accepted' });
      if (error) connection.close();
      else connection.quit();
    }
    // Stays attached: an error after the answer, such as a connection lost at QUIT, changes nothing.
    connection.on('error', end);
    connection.connect((unconnected) => {
      if (unconnected) end(unconnected);
      else if (auth) connection.login(auth, (refused) => (refused ? end(refused) : hand()));
      else hand();
    });
    function hand(): void {
      connection.send(
        { ...envelope, size: Buffer.byteLength(raw) },
        body.stream,
        // The body is sent if either address is accepted; the response for the reader's own address is what counts.
        (error, info) => {
          const refused = error?.rejectedErrors ?? info?.rejectedErrors ?? [];
          end(refused.find(({ recipient }) => recipient === envelope.to[0]) ?? error);
        },
      );
    }
  });
}

type Fault = Pick<NodemailerError, 'code' | 'command' | 'responseCode' | 'response'>;

/** Certain if the body was never started, or if the server answered 4xx or 5xx to its end or to the reader's address. */
function judge(fault: Fault, begun: boolean): Delivery {
  const isAnswered = fault.command === 'DATA' || fault.command === 'RCPT TO';
  const answeredNo = isAnswered && (fault.responseCode ?? 0) >= 400;
  return begun && !answeredNo
    ? { outcome: 'unknown', reason: `${reasonOf(fault)}, after the email had begun to leave` }
    : { outcome: 'refused', reason: reasonOf(fault), blames: blamed(fault) };
}

/** Before RCPT, no error concerns the recipient; the response to the end of the body concerns the one recipient. */
function blamed({ command, responseCode, response = '' }: Fault): Blame {
  if (!responseCode) return 'sender';
  if (command === 'RCPT TO') return blameOfAnswer(responseCode, response);
  return (command === 'DATA' && blameOf(response)) || 'sender';
}

// Codes only: the text of a server's answer usually repeats the address.
function reasonOf({ code, command, responseCode, response }: Fault): string {
  if (!responseCode) return `no answer from the mail server (${code ?? 'unknown'})`;
  const detail = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
  return `the mail server answered ${responseCode}${detail ? ` ${detail}` : ''} to ${command}`;
}

function bodyOf(raw: string): Body {
  const body: Body = {
    begun: false,
    stream: new Readable({
      read() {
        body.begun = true;
        this.push(raw);
        this.push(null);
      },
    }),
  };
  return body;
}
