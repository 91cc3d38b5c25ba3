/** One email of the outbox: its words as both programs of a reader would show them, and its headers. */
import { html } from 'hono/html';
import type { Instant } from '#shared/base/time/instant.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import type { MailParts } from '../mail-parts.ts';
import { demoPage } from './frame.ts';
import { mailHtmlAt, mailRawAt, OUTBOX_PATH, outboxOf } from './paths.ts';

export interface MailView {
  readonly seq: number;
  readonly personId: string;
  readonly to: string;
  readonly subject: string;
  readonly at: Instant;
  /** The reader's own. */
  readonly zone: string;
  readonly parts: MailParts;
  readonly now: Instant;
}

export function mailPage({ seq, personId, to, subject, at, zone, parts, now }: MailView): string {
  return demoPage(
    subject,
    OUTBOX_PATH,
    now,
    html`<h1>${subject}</h1>
<p>To ${to}, sent ${phraseInstant(at, zone)}. <a href="${outboxOf(personId)}">All emails to this person</a></p>
<section><h2>As most programs show it</h2>
<iframe class="mail" title="The email’s HTML" src="${mailHtmlAt(seq)}" sandbox="allow-top-navigation-by-user-activation"></iframe></section>
<section><h2>As plain text</h2><pre tabindex="0">${parts.text}</pre></section>
<section><details><summary>Headers</summary><pre tabindex="0">${parts.headers}</pre></details>
<p><a class="target" href="${mailRawAt(seq)}" download="mail-${seq}.eml">Download the whole message</a></p></section>`,
  );
}
