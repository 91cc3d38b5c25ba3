/** The reader's costs, emails, wishes, and data. */
import { type Html, html } from '#shared/base/html.ts';
import { PREFERENCES_ID } from '#shared/base/links/urls.ts';
import { phraseUsd } from '#shared/base/sentence.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseDay, placeOf } from '#shared/base/time/phrase.ts';
import type { Problem } from '#shared/exchange/fields/field.ts';
import { ledgerOf } from '#shared/plan/costs/ledger.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { mailingOf, type Snooze } from '#shared/plan/facts/mailing.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { occasionsAt } from '#shared/words/occasions.ts';
import { button, columns, fold, link, list, section } from '../components.ts';
import {
  emailHoursForm,
  erasForm,
  hourWords,
  topicForms,
  wakeForm,
  zoneForm,
} from '../forms/plan-forms.ts';
import { formsOn, type PageForms, type PageView, personPage } from './person-page.ts';
import { emailTables } from './plan/email-tables.ts';
import { historySection } from './rotation-sections.ts';
import { status } from './status.ts';

/** @param problem the form that was refused, if any */
export function youPage(view: PageView, problem?: Problem): string {
  const forms = formsOn(view, view.paths.you, problem);
  return personPage(
    view,
    {
      title: 'You and your emails',
      body: columns(
        html`${preferences(view, forms)}
${emailTables(view)}`,
        html`${costsSection(view)}
${section('experience', 'What you did', html`<p>${link(view.paths.experience, 'For ERAS, CV, and interviews')}</p>`)}
${leaving(view)}
${historySection(view)}`,
      ),
    },
    forms,
  );
}

function costsSection({ applicant, world, paths }: PageView): Html {
  const { accounts, sums } = ledgerOf(applicant.facts, world);
  return section(
    'costs',
    `Costs: ${phraseUsd(sums.totalUsd)}`,
    html`${
      accounts.length > 0
        ? html`<p>${phraseUsd(sums.paidUsd)} paid, ${phraseUsd(sums.plannedUsd)} planned.</p>`
        : html`<p>You have not entered any costs yet.</p>`
    }
${list(
  accounts.map(
    ({ rotation, stated, sums: own }) =>
      html`${rotation ? nameOf(rotation) : 'The whole season'}: ${phraseUsd(own.totalUsd)}
${stated.length > 0 ? html`<span class="quiet">including published fees</span>` : ''}`,
  ),
)}
<p>${link(paths.costs, 'See all costs')}</p>`,
  );
}

function leaving({ paths }: PageView): Html {
  return section(
    'yours',
    'Your data',
    html`<p class="line">${link(paths.download, 'Download everything')}${link(paths.erase, 'Delete my plan')}</p>
<p>Could someone else have one of your links? End all links and the calendar address. We will email you a new link.</p>
${button({ action: paths.endLinks, label: 'End all my links', isPlain: true })}`,
  );
}

function preferences(view: PageView, forms: PageForms): Html {
  const { facts, reach } = view.applicant;
  return section(
    PREFERENCES_ID,
    'What we email you, and when',
    html`<p>Emails go to ${facts.profile.address}, on ${placeOf(facts.profile.zone)} time.</p>
${emailWishes(view, forms)}
${forms.folded(erasForm(facts))}
${forms.folded(zoneForm(facts))}
<p class="line">${link(view.paths.profile, 'Change my profile')}${link(view.unsubscribe, reach === 'unsubscribed' ? 'Start emails again' : 'Stop emails')}</p>`,
  );
}

function emailWishes(view: PageView, forms: PageForms): Html {
  const { facts } = view.applicant;
  const { stopped } = mailingOf(facts);
  return html`<p>${hoursWords(facts)}</p>
${forms.folded(emailHoursForm(facts))}
${fold(
  'What to email me about',
  list(
    topicForms(facts).map(
      (form) =>
        html`${form.title} ${stopped.some((topic) => form.hidden.topic === topic) ? status('closed', 'off') : status('done', 'on')}${forms.whole(form)}`,
    ),
  ),
  'form',
)}
${putOff(view, forms)}`;
}

function hoursWords(facts: Facts): string {
  const { hour, quietFrom, quietUntil } = mailingOf(facts);
  const at = hour ? `at ${hourWords(hour)}` : 'between 9 and 11 a.m.';
  return (
    `We email you at most once a day, ${at}, and at most three times a week, except about what cannot wait. ` +
    `After two months without an email, you get an overview. From ${hourWords(quietFrom)} to ${hourWords(quietUntil)}, we email only what cannot wait.`
  );
}

function putOff(view: PageView, forms: PageForms): Html | string {
  const { facts } = view.applicant;
  const today = dayIn(facts.profile.zone, view.now);
  const occasions = occasionsAt(view.applicant.facts, view.world, view.now);
  const titleOf = ({ rule, subject, day }: Snooze) =>
    occasions.find(
      (each) => each.rule === rule && each.subject === subject && each.deadline.day === day,
    )?.words.title;
  const waiting = mailingOf(facts).snoozes.flatMap((snooze) => {
    const title = snooze.until > today ? titleOf(snooze) : undefined;
    return title ? [{ snooze, title }] : [];
  });
  if (waiting.length === 0) return '';
  return html`<h3 id="put-off">Put off</h3>
${list(
  waiting.map(
    ({ snooze, title }) =>
      html`${title}, until ${phraseDay(snooze.until)}${forms.whole(wakeForm(snooze, title))}`,
  ),
)}`;
}
