/** What a cohort has that a path can name: a person, a sender, an export, an import, a message, and a view of the report. */
import type { Applicant } from '#shared/people/person/applicant.ts';
import { ALICE, file, HEADER } from '../shared/cohort/import/files.ts';
import { type AdvisorsStage, BASE_URL } from './advisors-stage.ts';

/** @returns their ids, by the name of the part in a path */
export async function belongingsOf(
  stage: AdvisorsStage,
  cohortId: string,
  cookie: string,
  person: Applicant,
): Promise<Readonly<Record<string, string>>> {
  await stage.add({ ...person, cohortId });
  const base = `/advisors/c/${cohortId}`;
  const sender = {
    name: 'Other form',
    id: 'form',
    product: 'google-forms',
    eventTypes: 'offered',
    mapping: 'always -> type = offered\nYour address -> applicant.address\nWhere? -> rotation.host',
  };
  await stage.post(`${base}/senders`, sender, cookie);
  const exported = await stage.post(`${base}/exports`, { format: 'json' }, cookie);
  const sheet = new FormData();
  sheet.set('file', new File([file(HEADER, ALICE)], 'sheet.csv'));
  const imported = await stage.request(`${base}/import`, {
    method: 'POST',
    body: sheet,
    headers: { origin: BASE_URL, cookie },
  });
  const draft = { subject: 'Secret words', text: 'Secret words' };
  const preview = await stage.post(`${base}/message`, { step: 'preview', ...draft }, cookie);
  const page = await preview.text();
  const hidden = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
  const send = { step: 'send', ...draft, update: hidden('update'), digest: hidden('digest') };
  const sent = await stage.post(`${base}/message`, send, cookie);
  await stage.post(`${base}/views`, { update: 'v1', name: 'Secret words' }, cookie);
  return {
    personId: person.id,
    senderId: `${cohortId}--form`,
    exportId: lastOf(exported),
    importId: lastOf(imported),
    messageId: lastOf(sent),
    viewId: 'v1',
  };
}

const lastOf = (answer: Response) => answer.headers.get('location')?.split('/').at(-1) ?? '';
