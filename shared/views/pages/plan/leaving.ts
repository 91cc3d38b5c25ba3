/** Taking everything away, and deleting the plan. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import type { PageView } from '../page-view.ts';

export function leaving({ paths }: PageView): Html {
  return html`<section aria-labelledby="yours"><h2 id="yours">Everything of yours</h2>
<p><a class="target" href="${paths.takeAway}">Take everything away</a><br>
<a class="target" href="${paths.erase}">Delete my plan</a></p>
</section>`;
}
