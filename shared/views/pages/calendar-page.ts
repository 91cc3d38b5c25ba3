/** The dates of the season and of documents, and the reader's own calendar. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import type { FeedAct } from '#shared/people/mailing/entry.ts';
import { button, link, section } from '../components.ts';
import { page } from './layout.ts';
import { navigationOf, type PageView } from './person-page.ts';
import { documentsTable } from './plan/documents-table.ts';
import { seasonTable } from './plan/season-table.ts';

export function calendarPage(view: PageView): string {
  return page(
    'Your calendar',
    html`<h1>Your calendar</h1>
${feedSection(view)}
${seasonTable(view)}
${documentsTable(view)}`,
    navigationOf(view, 'Calendar'),
  );
}

function feedSection({ feedUrl, hasFullTitles, paths }: PageView): Html {
  return section(
    'feed',
    'In your own calendar',
    feedUrl ? feedOn(feedUrl, paths.calendar, hasFullTitles) : feedOff(paths.calendar),
  );
}

function feedOff(action: string): Html {
  return html`<p>Your calendar app can show the dates of this plan and keep them up to date. It uses a secret address.
Anyone who has the address can see your dates, but nothing else.</p>
${press(action, 'renew', 'Create a calendar address')}`;
}

function feedOn(feedUrl: string, action: string, hasFullTitles = false): Html {
  return html`<p>In your calendar app, choose “Subscribe by URL” or “From the internet” and paste this address.
It shows deadlines, season dates, and rotations, and marks estimates.</p>
<p><label for="feed">Secret calendar address</label><br><input id="feed" type="text" readonly value="${feedUrl}"></p>
<p class="line"><a class="button" href="${feedUrl.replace(/^https?:/, 'webcal:')}">Subscribe in my calendar</a>${link(feedUrl, 'Open the calendar file')}</p>
${titles(action, hasFullTitles)}
<p class="quiet">Anyone who has the address can see your dates. If someone else gets it, create a new one. The old one stops working at once.</p>
${press(action, 'renew', 'Create a new address')}
<p class="quiet">Or remove these dates from every calendar:</p>
${press(action, 'stop', 'Turn off the calendar')}`;
}

function titles(action: string, isFull: boolean): Html {
  return isFull
    ? html`<p>The calendar shows full titles, including visa and health steps.</p>
${press(action, 'discreet', 'Show short titles')}`
    : html`<p>Visa and health steps appear as “one step for your rotation”, because others may see your calendar.</p>
${press(action, 'full', 'Show full titles')}`;
}

function press(action: string, act: FeedAct, label: string): Html {
  return button({ action, label, hidden: { act }, isPlain: act !== 'renew' });
}
