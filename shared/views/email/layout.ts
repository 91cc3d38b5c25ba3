/** The frame of every email. Text and HTML come from the same words, so they cannot differ. */
import { type Html, html, written } from '#shared/base/html.ts';
import type { EmailUrls } from '#shared/base/links/urls.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Email } from '#shared/store/mailer.ts';
import type { World } from '#shared/world/world.ts';
import { withLinks } from '../components.ts';

/** What an applicant's email is made from. */
export interface EmailView {
  readonly applicant: Applicant;
  readonly urls: EmailUrls;
  readonly world: World;
  readonly now: Instant;
  /** Who made the plan, in the email that asks whose it is. */
  readonly school?: { readonly name: string; readonly advisor?: string };
}

/** An email that has no recipient yet. */
export interface EmailDraft {
  readonly subject: string;
  readonly words: EmailWords;
}

export function emailOf({ name, address }: Email['to'], draft: EmailDraft): Email {
  const { words } = draft;
  const subject = oneLine(draft.subject);
  return {
    to: { name: oneLine(name), address },
    subject,
    text: textOf(words),
    html: htmlOf(words, subject),
    ...(words.stop && { unsubscribeUrl: words.stop.url }),
  };
}

export interface EmailLink {
  readonly label: string;
  readonly url: string;
}

/** An email from top to bottom. Every string is plain text. */
export interface EmailWords {
  readonly greeting: string;
  /** The one thing this email is about. */
  readonly heading: string;
  /** What the heading starts with, up to a colon: its day, shown largest. */
  readonly lead?: string;
  readonly paragraphs: readonly string[];
  readonly button: EmailLink;
  /** What a preview must not show: it comes below the button. */
  readonly named?: readonly string[];
  /** Other answers, as plain links. */
  readonly answers?: readonly EmailLink[];
  readonly list?: EmailList;
  /** What is further ahead, if the email includes it. */
  readonly ahead?: EmailList;
  /** Status, sources, where to ask, and why this came. */
  readonly notes: readonly string[];
  readonly preferences?: EmailLink;
  readonly stop?: EmailLink;
}

export interface EmailList {
  readonly heading: string;
  readonly items: readonly EmailLink[];
}

export function textOf(words: EmailWords): string {
  const blocks = [
    words.greeting,
    [words.heading, ...words.paragraphs].join('\n'),
    linkLines(words.button),
    ...(words.named ? [words.named.join('\n')] : []),
    ...(words.answers ?? []).map(linkLines),
    ...listsOf(words).map(({ heading, items }) =>
      [heading, ...items.map((item) => `- ${linkLines(item)}`)].join('\n'),
    ),
    words.notes.join('\n'),
    ...footOf(words).map(linkLines),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** One column of at most 600 px. Colors are inline because many email apps drop style sheets. */
function htmlOf(words: EmailWords, subject: string): string {
  return written(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${subject}</title>
<style>
@media (prefers-color-scheme: dark) {
  .frame, .sheet { background: #16191d !important; color: #e8eaed !important; }
  .quiet { color: #b4bac2 !important; }
  .link { color: #7fd1d4 !important; }
}
</style>
</head>
<body class="frame" style="margin:0;padding:0;background:#f2f4f6;color:#1c2126;">
<main>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:16px 8px;">
<table role="presentation" class="sheet" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;background:#ffffff;color:#1c2126;border-radius:6px;"><tr><td style="padding:24px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;text-align:left;word-break:break-word;overflow-wrap:anywhere;">
<p style="margin:0 0 16px;">${words.greeting}</p>
${headingOf(words)}
${words.paragraphs.map(
  (text) => html`<p style="margin:0 0 8px;">${text}</p>
`,
)}${button(words.button)}${(words.named ?? []).map(
  (text) => html`<p style="margin:0 0 8px;">${text}</p>
`,
)}${(words.answers ?? []).map(answer)}${listsOf(words).map(list)}
${words.notes.map(
  (text) => html`<p class="quiet" style="${QUIET}">${withLinks(text, LINK)}</p>
`,
)}${footOf(words).map((item) => html`<p class="quiet" style="${QUIET}">${link(item)}</p>`)}
</td></tr></table>
</td></tr></table>
</main>
</body>
</html>
`);
}

/** The text part writes both on one line. */
function headingOf({ heading, lead }: EmailWords): Html {
  const rest = lead ? heading.slice(`${lead}: `.length) : heading;
  return html`<h1 style="margin:0 0 12px;font-size:22px;line-height:1.3;">${lead ? html`<span style="display:block;font-size:30px;line-height:1.2;margin:0 0 4px;">${lead}:</span> ` : ''}${rest}</h1>`;
}

function listsOf({ list: first, ahead }: EmailWords): EmailList[] {
  return [...(first ? [first] : []), ...(ahead ? [ahead] : [])];
}

function footOf({ preferences, stop }: EmailWords): EmailLink[] {
  return [...(preferences ? [preferences] : []), ...(stop ? [stop] : [])];
}

const QUIET = 'margin:0 0 6px;font-size:14px;color:#4d5761;';

function button({ label, url }: EmailLink): Html {
  return html`<p style="margin:20px 0;"><a href="${url}" style="display:inline-block;padding:12px 20px;background:#0b5f66;color:#ffffff;text-decoration:none;border-radius:6px;font-weight:600;line-height:20px;">${label}</a></p>
`;
}

function answer(item: EmailLink): Html {
  return html`<p style="margin:0 0 8px;font-size:14px;">${link(item)}</p>
`;
}

function list({ heading, items }: EmailList): Html {
  return html`<p style="margin:20px 0 4px;font-weight:600;">${heading}</p>
<ul style="margin:0 0 20px;padding:0 0 0 20px;">
${items.map(
  (item) => html`<li style="margin:0 0 6px;">${link(item)}</li>
`,
)}</ul>`;
}

const LINK = 'color:#0b5f66;';

function link({ label, url }: EmailLink): Html {
  return html`<a class="link" href="${url}" style="${LINK}">${label}</a>`;
}

function linkLines({ label, url }: EmailLink): string {
  return `${label}:\n${url}`;
}

/** For email headers: a line break in a name must not start another header. */
export function oneLine(text: string, charactersMax = 180): string {
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return line.length <= charactersMax ? line : `${line.slice(0, charactersMax - 1).trimEnd()}…`;
}
