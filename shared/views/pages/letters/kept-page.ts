/** What is kept about a letter writer, and the button that erases it. */
import { html } from 'hono/html';
import type { LetterPaths } from '#shared/base/links/urls.ts';
import type { WriterItem } from '#shared/people/person/writer.ts';
import type { HeldLetter } from '#shared/people/writer/held.ts';
import { button, link } from '../../components.ts';
import { message } from '../layout.ts';

export function keptAboutWriterPage(
  { name, address, zone, emails }: WriterItem,
  letters: readonly HeldLetter[],
  paths: LetterPaths,
): string {
  const applicants = new Set(letters.map(({ applicant }) => applicant.facts.profile.name));
  return message(
    'What we keep about you',
    html`<dl>
<dt>Name, as an applicant entered it</dt><dd>${name}</dd>
<dt>Email address</dt><dd>${address}</dd>
<dt>Time zone of our emails</dt><dd>${zone}</dd>
<dt>Applicants who requested a letter from you</dt><dd>${[...applicants].join(', ') || 'none now'}</dd>
<dt>Emails we sent you: when, and about which letter</dt><dd>${emails.length}</dd>
</dl>
<p>If you delete this, we never email you again, this page and every link end, and your address leaves each applicant’s plan.
Your name stays on their plans, since it is part of their record. We ask applicants to call you instead.</p>
${button({ action: paths.kept, label: 'Delete what you keep about me', isPlain: true })}
<p>${link(paths.page, 'Back to my letters')}</p>`,
  );
}

export function writerForgottenPage(): string {
  return message(
    'Deleted',
    html`<p>We keep only a code made from your address, so that nobody can have us email you again.</p>`,
  );
}
