/** `/l/<token>`: the letters of one letter writer, without an account. GET shows, POST acts. */
import * as z from 'zod';
import { afterUpdate, letterPaths } from '#shared/base/links/urls.ts';
import type { Refusal } from '#shared/base/result.ts';
import { readForm } from '#shared/exchange/fields/read-form.ts';
import { withNotice } from '#shared/people/mailing/requested.ts';
import type { Event } from '#shared/people/person/event.ts';
import type { Notice } from '#shared/people/person/person.ts';
import { type WriterItem, writerIdOf } from '#shared/people/person/writer.ts';
import { type HeldLetter, markOf } from '#shared/people/writer/held.ts';
import { refusals } from '#shared/plan/facts/refusals.ts';
import { placeIdOf } from '#shared/plan/letters/placed.ts';
import { answerFieldsOf } from '#shared/views/pages/letters/answer-forms.ts';
import {
  keptAboutWriterPage,
  type LetterProblem,
  lettersPage,
  packetPage,
  WRITER_ZONES,
} from '#shared/views/pages/letters/letters-page.ts';
import { emailedPage, messagePage } from '#shared/views/pages/message-pages.ts';
import { formSentences } from '#shared/words/form-refusals.ts';
import { explain } from '#shared/words/refusals.ts';
import { askForEmail } from '../../ask-email.ts';
import { change } from '../../change.ts';
import { endLinks } from '../../end-links.ts';
import { forgetWriter } from '../../forget-writer.ts';
import { update } from '../../update.ts';
import { anyFields, type Entries, fields, noFields } from '../forms.ts';
import { type Status, statusOf } from '../status.ts';
import type { WebDeps } from '../web-deps.ts';
import { opens, type WebRoute } from '../web-route.ts';
import { emailsSent, type LetterVisitor, lettersView } from './open-letters.ts';

export function letterRoutes(deps: WebDeps): WebRoute[] {
  const { page: path, packet, endLinks: endPath, kept } = letterPaths(':token');
  const onePath = packet({ applicantId: ':applicantId', letterId: ':letterId' });
  return [
    opens('letters').get(path, async (c, visitor) =>
      c.html(lettersPage(await lettersView(deps, visitor, c.req.query('done')))),
    ),
    opens('letters').post(
      path,
      fields(z.strictObject({ zone: z.string() })),
      async (c, visitor, { zone }) => {
        const known = WRITER_ZONES.find((each) => each === zone);
        if (!known) {
          const errors = [{ field: 'zone', message: formSentences.noSuchZone }];
          const problem = { letterId: '', form: 'zone', errors, values: {} };
          return c.html(lettersPage(await lettersView(deps, visitor), problem), 422);
        }
        await setZone(deps, visitor.writer.id, known);
        return c.redirect(afterUpdate(letterPaths(visitor.token).page, 'zone'), 303);
      },
    ),
    opens('letters').post(endPath, noFields, async (c, { writer: { id: personId } }) => {
      await endLinks(deps, { kind: 'writer', id: personId });
      deps.log('info', 'links-ended', { personId });
      return c.html(emailedPage('links-ended', deps));
    }),
    opens('letters').get(kept, async (c, visitor) => {
      const { writer, letters, paths } = await lettersView(deps, visitor);
      return c.html(keptAboutWriterPage(writer, letters, paths));
    }),
    opens('fresh-letters').post(kept, noFields, async (c, { writer }) => {
      await forgetWriter(deps, writer);
      deps.log('info', 'writer-erased', { personId: writer.id });
      return c.html(messagePage('writer-forgotten'));
    }),
    opens('letter').get(onePath, (c, { held, token }) =>
      held.role === 'offered'
        ? c.html(messagePage('foreign-link'), 404)
        : c.html(packetPage(held.applicant.facts, held, letterPaths(token).page)),
    ),
    opens('letter').post(onePath, anyFields, async (c, visitor, entries) => {
      const answer = await answerLetter(deps, visitor, entries);
      return answer.answer === 'recorded'
        ? c.redirect(afterUpdate(letterPaths(visitor.token).page, answer.updateId), 303)
        : c.html(lettersPage(await lettersView(deps, visitor), answer.problem), answer.status);
    }),
  ];
}

async function setZone(deps: WebDeps, writerId: string, zone: string): Promise<void> {
  await change(deps, 'writer', writerId, (writer, now) =>
    writer && writer.zone !== zone ? { write: { ...writer, zone, dueAt: now } } : {},
  );
}

type LetterAnswer =
  | { readonly answer: 'recorded'; readonly updateId: string }
  | { readonly answer: 'refused'; readonly problem: LetterProblem; readonly status: Status };

/** The same form always gets the same answer, however often it comes. */
async function answerLetter(
  deps: WebDeps,
  visitor: LetterVisitor,
  entries: Entries,
): Promise<LetterAnswer> {
  const { writer, held } = visitor;
  const { applicant, letter, role } = held;
  const values = Object.fromEntries(entries);
  const refuse = (errors: LetterProblem['errors'], code: string): LetterAnswer => ({
    answer: 'refused',
    status: statusOf(code),
    problem: { letterId: letter.id, form: `${values.type ?? ''}.${letter.id}`, errors, values },
  });
  const refuseAs = (refusal: Refusal) => refuse([errorOf(refusal)], refusal.reason);

  const read = readForm(entries, placeIdOf(held), answerFieldsOf(role));
  if (!read.ok) return refuse(read.failure.errors, read.failure.fault);
  const { id, revision, event } = read.value;
  if (!('letterId' in event) || event.letterId !== letter.id) {
    return refuse([errorOf(explain(refusals.unknownLetter()))], 'malformed');
  }
  const isReplayed = applicant.accepted.some((accepted) => accepted.id === id);
  if (!isReplayed && revision !== markOf(letter)) return refuseAs(explain(refusals.stale()));

  const answer = await update(deps, applicant.id, {
    id,
    by: 'writer',
    event: counted(event, writer, held),
  });
  if (answer.answer === 'accepted' || answer.answer === 'replayed') {
    await report(deps, visitor, id, event);
    return { answer: 'recorded', updateId: id };
  }
  const refusal = answer.answer === 'refused' ? answer.refusal : explain(refusals.unknownLetter());
  deps.log('info', 'letter-answer-refused', { personId: writer.id, reason: refusal.reason });
  return refuseAs(refusal);
}

/** The writer is always notified; an operator is alerted if a stranger named a writer who does not know them. */
async function report(
  deps: WebDeps,
  { writer, held }: LetterVisitor,
  updateId: string,
  event: Event,
): Promise<void> {
  const { address } = held.letter.writer;
  const notice = NOTICE_OF[event.type];
  if (notice && address) {
    await askForEmail(deps, 'writer', writerIdOf(address, deps.pepper), (item, now) =>
      withNotice(item, notice, updateId, now),
    );
  }
  if (event.type === 'letter-email-stopped' && event.why === 'unknown') {
    deps.log('error', 'unknown-applicant-reported', { personId: writer.id });
  }
}

const NOTICE_OF: Readonly<Record<string, Notice>> = {
  'letter-handed-over': 'handed-over',
  'letter-taken-over': 'taken-over',
};

/** The rest of the four emails goes with the letter. */
function counted(event: Event, writer: WriterItem, held: HeldLetter): Event {
  return event.type === 'letter-handed-over'
    ? { ...event, emailsBefore: emailsSent(writer, held) }
    : event;
}

function errorOf({ field = 'type', message }: Refusal): LetterProblem['errors'][number] {
  return { field, message };
}
