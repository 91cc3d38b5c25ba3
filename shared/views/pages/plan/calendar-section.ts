/** The dates of this plan in the person's own calendar: a secret address that can be made, renewed and stopped. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import type { PageView } from '../page-view.ts';

export function calendarSection({ feedUrl, paths }: PageView): Html {
  return html`<section aria-labelledby="calendar"><h2 id="calendar">In your own calendar</h2>
${feedUrl ? on(feedUrl, paths.feed) : off(paths.feed)}
</section>`;
}

function off(action: string): Html {
  return html`<p>Your calendar program can show the dates of this plan and keep them up to date. For that you get a secret address; whoever has it sees your dates, and nothing else.</p>
${button(action, 'renew', 'Make a calendar address')}`;
}

function on(feedUrl: string, action: string): Html {
  return html`<p>Add this address in your calendar program as “subscribe by URL” or “from the internet”. It shows deadlines, season dates and rotations; estimated ones say so.</p>
<p><label for="feed">Secret calendar address</label><br><input id="feed" type="text" readonly value="${feedUrl}"></p>
<p><a class="target" href="${feedUrl}">Open the calendar file</a></p>
<p class="quiet">Whoever has the address sees your dates. If it got into other hands, make a new one: the old one stops working at once.</p>
${button(action, 'renew', 'Make a new address')}
<p class="quiet">Or show these dates in no longer calendar:</p>
${button(action, 'stop', 'Stop the calendar')}`;
}

function button(action: string, act: 'renew' | 'stop', label: string): Html {
  return html`<form method="post" action="${action}"><input type="hidden" name="act" value="${act}"><button${act === 'stop' ? html` class="plain"` : ''}>${label}</button></form>`;
}
