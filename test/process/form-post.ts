/** A person at a form: opens the page, changes the last day, and sends it, as a browser without script does. */

export type Sent =
  | { readonly answered: 'accepted' | 'refused'; readonly updateId: string }
  /** The server died first, so the outcome is unknown. */
  | { readonly answered: 'never'; readonly updateId?: string };

/** @param planUrl the person's own link */
export async function changeLastDay(
  planUrl: string,
  rotationId: string,
  lastDay: string,
): Promise<Sent> {
  let updateId: string | undefined;
  try {
    const url = `${planUrl}/r/${rotationId}`;
    const page = await (await fetch(`${url}?do=dates-changed`)).text();
    const form = /<form id="form-dates-changed".*?<\/form>/s.exec(page)?.[0];
    if (!form) throw new Error(`No form to change the dates: ${page.slice(0, 2000)}`);
    const fields = new URLSearchParams();
    for (const [input] of form.matchAll(/<input [^>]*>/g)) {
      fields.set(attribute(input, 'name'), attribute(input, 'value'));
    }
    fields.set('dates.end', lastDay);
    updateId = String(fields.get('update'));
    return { answered: await send(url, fields), updateId };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { answered: 'never', ...(updateId && { updateId }) };
  }
}

/** A form is refused as stale if someone else has written since it was opened. */
async function send(url: string, fields: URLSearchParams): Promise<'accepted' | 'refused'> {
  const answer = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: new URL(url).origin },
    body: fields,
  });
  if (answer.status === 303) return 'accepted';
  if (answer.status === 409) return 'refused';
  throw new Error(`The form was answered with ${answer.status}: ${await answer.text()}`);
}

function attribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}
