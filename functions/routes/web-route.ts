/** A route without an account states what its link must open; there is no other way to make one. */
import type { Context } from 'hono';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { messagePage } from '#shared/views/pages/message-pages.ts';
import { lookAtSignIn } from '../sessions.ts';
import {
  type LettersVisitor,
  type LetterVisitor,
  openLetter,
  openLetters,
  openLettersFreshly,
} from './letters/open-letters.ts';
import {
  type Invitation,
  type MoveVisitor,
  openFeed,
  openInvitation,
  openKept,
  openMove,
  openStop,
  openUndo,
  type StopVisitor,
  type UndoVisitor,
} from './open-link.ts';
import { openConfirmed, openFreshly, openPlan, type PlanVisitor } from './open-plan.ts';
import { type Route, rowsOf } from './route.ts';
import type { WebDeps } from './web-deps.ts';

interface Visitors {
  readonly anybody: undefined;
  readonly plan: PlanVisitor;
  /** By a link of the last hour. */
  readonly 'fresh-plan': PlanVisitor;
  readonly keep: PlanVisitor;
  /** The plan of a person who may still have to confirm their address. */
  readonly 'new-plan': PlanVisitor;
  readonly letters: LettersVisitor;
  /** By a link of the last hour. */
  readonly 'fresh-letters': LettersVisitor;
  readonly letter: LetterVisitor;
  readonly unsubscribe: StopVisitor<'unsubscribe'>;
  readonly 'letters-stop': StopVisitor<'letters-stop'>;
  readonly 'brief-stop': StopVisitor<'brief-stop'>;
  readonly undo: UndoVisitor;
  readonly invitation: Invitation;
  readonly calendar: Applicant;
  readonly move: MoveVisitor;
  readonly 'one-time': { readonly token: string };
}
type Opens = keyof Visitors;

const DOORS: {
  readonly [Of in Opens]: (deps: WebDeps, c: Context) => Promise<Visitors[Of] | Response>;
} = {
  anybody: async () => undefined,
  plan: openConfirmed,
  'fresh-plan': openFreshly,
  'new-plan': openPlan,
  keep: openKept,
  letters: openLetters,
  'fresh-letters': openLettersFreshly,
  letter: openLetter,
  unsubscribe: (deps, c) => openStop(deps, c, 'unsubscribe'),
  'letters-stop': (deps, c) => openStop(deps, c, 'letters-stop'),
  'brief-stop': (deps, c) => openStop(deps, c, 'brief-stop'),
  undo: openUndo,
  invitation: openInvitation,
  calendar: openFeed,
  move: openMove,
  'one-time': async (deps, c) => {
    const token = c.req.param('token') ?? '';
    const seen = await lookAtSignIn(deps, 'applicant', token);
    return seen.ok ? { token } : c.html(messagePage(`once-${seen.failure}`), 410);
  },
};

export type WebRoute = Route<Opens>;

/** Rows of the table for one kind of link. */
export function opens<Of extends Opens>(of: Of) {
  return rowsOf<{ readonly of: Of }, Visitors[Of]>({ of });
}

export function visitorOf(deps: WebDeps, { of }: WebRoute, c: Context): Promise<unknown> {
  return DOORS[of](deps, c);
}
