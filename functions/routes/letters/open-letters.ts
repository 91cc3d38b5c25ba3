/** Whose letters a link opens, or the page with the reason why it does not. Changes nothing. */
import type { Context } from 'hono';
import { LINK_DAYS } from '#shared/base/limits.ts';
import { readLink, signLink } from '#shared/base/links/link.ts';
import { letterPaths, lettersStopPath } from '#shared/base/links/urls.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import { isDeleted } from '#shared/people/person/applicant.ts';
import type { WriterItem } from '#shared/people/person/writer.ts';
import { type HeldLetter, heldLetter } from '#shared/people/writer/held.ts';
import { emailsAbout } from '#shared/people/writer/plan-writer.ts';
import type { LettersView } from '#shared/views/pages/letters/letters-page.ts';
import { expiredLinkPage, messagePage, oldLinkPage } from '#shared/views/pages/message-pages.ts';
import { isFresh } from '../open-plan.ts';
import { rememberBrowser } from '../requester.ts';
import type { WebDeps } from '../web-deps.ts';

export interface LettersVisitor {
  readonly writer: WriterItem;
  readonly token: string;
  readonly signedAt: Instant;
}

export interface LetterVisitor extends LettersVisitor {
  readonly held: HeldLetter;
}

export async function openLetters(deps: WebDeps, c: Context): Promise<LettersVisitor | Response> {
  const token = c.req.param('token') ?? '';
  const reading = await readLink(deps.linkKeys, token, deps.clock.now());
  if (reading.state === 'foreign' || reading.link.purpose !== 'letters') {
    return c.html(messagePage('foreign-link'), 404);
  }
  if (reading.state === 'expired') return c.html(expiredLinkPage(token), 410);
  const writer = await deps.store.read('writer', reading.link.personId);
  if (!writer) return c.html(messagePage('foreign-link'), 404);
  if (writer.linkEpoch !== reading.link.epoch) return c.html(expiredLinkPage(token), 410);
  rememberBrowser(deps, c, writer);
  return { writer, token, signedAt: reading.signedAt };
}

/** The same, but only through a link that was emailed within the hour: its holder reads the mailbox now. */
export async function openLettersFreshly(
  deps: WebDeps,
  c: Context,
): Promise<LettersVisitor | Response> {
  const opened = await openLetters(deps, c);
  if (opened instanceof Response || isFresh(deps, opened)) return opened;
  return c.html(oldLinkPage(opened.token), 403);
}

export async function openLetter(deps: WebDeps, c: Context): Promise<LetterVisitor | Response> {
  const opened = await openLetters(deps, c);
  if (opened instanceof Response) return opened;
  const { applicantId = '', letterId = '' } = c.req.param();
  const held = await letterHeld(deps, opened.writer, applicantId, letterId);
  return held ? { ...opened, held } : c.html(messagePage('foreign-link'), 404);
}

/** One letter that this writer holds, with time passed; undefined for anyone else's. */
async function letterHeld(
  { store, worldFor, clock }: WebDeps,
  writer: WriterItem,
  applicantId: string,
  letterId: string,
): Promise<HeldLetter | undefined> {
  const isPointed = writer.pointers.some(
    (pointer) => pointer.applicantId === applicantId && pointer.letterId === letterId,
  );
  const applicant = isPointed ? await store.read('applicant', applicantId) : undefined;
  if (!applicant || isDeleted(applicant) || applicant.mergedInto) return undefined;
  const world = worldFor(applicant.cohortId);
  return heldLetter(writer, withTimePassed(applicant, clock.now(), world), letterId, world);
}

/** Every letter that the link's holder still holds, as its page needs it. `done`: what just happened. */
export async function lettersView(
  deps: WebDeps,
  { writer, token }: LettersVisitor,
  done?: string,
): Promise<LettersView> {
  const letters: HeldLetter[] = [];
  for (const { applicantId, letterId } of writer.pointers) {
    const held = await letterHeld(deps, writer, applicantId, letterId);
    if (held) letters.push(held);
  }
  const now = deps.clock.now();
  const link = { personId: writer.id, purpose: 'letters-stop', epoch: writer.linkEpoch } as const;
  return {
    writer,
    letters,
    now,
    paths: letterPaths(token),
    unsubscribe: lettersStopPath(await signLink(deps.linkKeys, link, now, LINK_DAYS)),
    newId: deps.newId,
    ...(done && { done }),
  };
}

/** How many emails this writer has had about a letter: the rest of the four go to the coordinator. */
export function emailsSent(writer: WriterItem, { applicant, letter }: HeldLetter): number {
  return emailsAbout({ applicantId: applicant.id, letterId: letter.id }, writer.emails);
}
