import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import type { PageView } from '../page-view.ts';

export function leaving({ paths }: PageView): Html {
  return html`<section aria-labelledby="yours"><h2 id="yours">Your data</h2>
<p><a class="target" href="${paths.takeAway}">Download everything</a><br>
<a class="target" href="${paths.erase}">Delete my plan</a></p>
</section>`;
}
