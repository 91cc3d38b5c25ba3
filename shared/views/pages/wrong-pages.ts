/** A report of a wrong line: the form, and what became of it. */
import { html } from '#shared/base/html.ts';
import { PROGRAMS_PATH, WRONG_PATH } from '#shared/base/links/urls.ts';
import { EASTERN } from '#shared/base/time/instant.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import type { Doubt } from '#shared/world/corrections/doubts.ts';
import { hiddenFields, input, link } from '../components.ts';
import { message } from './layout.ts';

export function wrongPage(of: {
  readonly subject: string;
  readonly line: string;
  readonly name: string;
  readonly sentence?: string;
  readonly error?: string;
}): string {
  const { subject, line, name, sentence = '', error } = of;
  return message(
    'This line is wrong',
    html`<p><strong>${name}</strong>: ${line}</p>
<form method="post" action="${WRONG_PATH}">${hiddenFields({ subject, line })}${input({
      id: 'sentence',
      name: 'sentence',
      label: 'What is wrong, and where did you read or hear it?',
      hint: 'One sentence. Name a page by its title, and write no addresses or phone numbers. You need no account, and we keep nothing about you.',
      value: sentence,
      rows: 3,
      max: 400,
      error,
    })}<button>Send</button></form>
<p class="hint">Advisors read it and answer here. Until one of them corrects the line with its source, it stays as it is.</p>
<p class="hint">You work at the host’s visiting student office? Write to an advisor you know from your office’s own address.
It is read first, and it is one voice like any other.</p>`,
  );
}

export function doubtPage({ subject, line, sentence, at, answer }: Doubt, name: string): string {
  return message(
    answer ? 'An advisor answered' : 'Thank you: advisors will read this',
    html`<p><strong>${name}</strong>: ${line}</p>
<p>“${sentence}” <span class="hint">${phraseInstant(at, EASTERN)}</span></p>
${
  answer
    ? html`<p><strong>${answer.words}</strong>
<span class="hint">an advisor, ${phraseInstant(answer.at, EASTERN)}</span></p>`
    : html`<p>The answer will be on this page: keep its address.</p>`
}
<p>${link(`${PROGRAMS_PATH}/${subject}`, `Back to ${name}`)}</p>`,
  );
}
