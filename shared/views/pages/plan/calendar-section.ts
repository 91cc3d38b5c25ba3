/** The secret calendar address: it can be created, replaced, and turned off. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import type { PageView } from '../page-view.ts';

export function calendarSection({ feedUrl, paths }: PageView): Html {
  return html`<section aria-labelledby="calendar"><h2 id="calendar">In your own calendar</h2>
${feedUrl ? on(feedUrl, paths.feed) : off(paths.feed)}
</section>`;
}

function off(action: string): Html {
  return html`<p>Your calendar app can show the dates of this plan and keep them up to date. It uses a secret address. Anyone who has the address can see your dates, but nothing else.</p>
${button(action, 'renew', 'Create a calendar address')}`;
}

function on(feedUrl: string, action: string): Html {
  return html`<p>In your calendar app, choose “Subscribe by URL” or “From the internet” and paste this address. It shows deadlines, season dates, and rotations, and marks estimates.</p>
<p><label for="feed">Secret calendar address</label><br><input id="feed" type="text" readonly value="${feedUrl}"></p>
<p><a class="target" href="${feedUrl}">Open the calendar file</a></p>
<p class="quiet">Anyone who has the address can see your dates. If someone else gets it, create a new one. The old one stops working at once.</p>
${button(action, 'renew', 'Create a new address')}
<p class="quiet">Or remove these dates from every calendar:</p>
${button(action, 'stop', 'Turn off the calendar')}`;
}

function button(action: string, act: 'renew' | 'stop', label: string): Html {
  return html`<form method="post" action="${action}"><input type="hidden" name="act" value="${act}"><button${act === 'stop' ? html` class="plain"` : ''}>${label}</button></form>`;
}
