/** The frame of an applicant’s pages: what they are made from, what was just recorded or refused, and their forms. */
import { type Html, html } from '#shared/base/html.ts';
import type { PagePaths } from '#shared/base/links/urls.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { phraseLocal } from '#shared/base/time/phrase.ts';
import type { Form, Problem } from '#shared/exchange/fields/field.ts';
import { canUndo } from '#shared/people/applicant/accept.ts';
import { actorWords, historyWords } from '#shared/people/applicant/history-words.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { OWN_LETTERS } from '#shared/plan/facts/letter.ts';
import type { World } from '#shared/world/world.ts';
import { banner, button } from '../components.ts';
import { type FormTies, foldedForm, formMarkup, problemSummary } from '../forms/form.ts';
import { type Navigation, page } from './layout.ts';
import { status } from './status.ts';

interface PersonPage {
  readonly title: string;
  /** Where the page's heading differs from its title. */
  readonly heading?: string;
  /** The place in the header that it belongs to; `You` for most. */
  readonly here?: Here;
  /** What stands above the receipt of an update. */
  readonly lead?: Html;
  readonly body: Html;
}

/** @param refusable the forms that a refusal may point to */
export function personPage(
  view: PageView,
  of: PersonPage,
  refusable?: Pick<PageForms, 'action' | 'problem' | 'drawn'>,
): string {
  const { title, heading = title, here = 'You', lead = '', body } = of;
  return page(
    refusable?.problem ? 'Nothing was changed' : title,
    html`<h1>${heading}</h1>
${lead}
${refusable ? [problemSummary(refusable.problem, refusable.drawn), receipt(view, refusable.action)] : ''}
${body}`,
    navigationOf(view, here),
  );
}

type Here = 'Plan' | 'Rotations' | 'Letters' | 'Calendar' | 'You';

export function navigationOf({ paths }: Pick<PageView, 'paths'>, here: Here): Navigation {
  const placesOf: Record<Here, string> = {
    Plan: paths.plan,
    Rotations: `${paths.plan}#rotations`,
    Letters: paths.rotation(OWN_LETTERS),
    Calendar: paths.calendar,
    You: paths.you,
  };
  const places = Object.entries(placesOf).map(([label, path]) => ({ label, path }));
  return { home: paths.plan, places, here };
}

/**
 * The forms of a page, each drawn where its body holds it; the one that was refused is open, with its errors.
 * The body must be drawn before `personPage` is called: its summary finds a refusal's field only in a drawn form.
 */
export function formsOn(view: PageView, action: string, problem?: Problem) {
  const drawn: Form[] = [];
  const drawing = (form: Form) => {
    drawn.push(form);
    return tiesOf(view, action);
  };
  return {
    action,
    problem,
    drawn,
    whole: (form: Form) => formMarkup(form, drawing(form), problem),
    folded: (form: Form, isOpen: boolean = false) =>
      foldedForm(form, drawing(form), isOpen, problem),
  };
}
export type PageForms = ReturnType<typeof formsOn>;

export interface PageView {
  /** Already advanced to `now`. */
  readonly applicant: Applicant;
  readonly world: World;
  readonly now: Instant;
  readonly paths: PagePaths;
  /** Where this applicant stops emails. */
  readonly unsubscribe: string;
  /** The secret address of the calendar feed, while it is on. */
  readonly feedUrl?: string;
  readonly hasFullTitles?: boolean;
  /** What rotators of the same school reported about the page's host. */
  readonly reported?: readonly string[];
  newId(): string;
  /** The accepted update that this page confirms. */
  readonly done?: string;
}

export function tiesOf(view: PageView, action: string): FormTies {
  return { action, revision: view.applicant.revision, updateId: view.newId() };
}

/** The hidden fields of a button that reports one update. */
export function updateOf(
  view: PageView,
  event: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const { updateId: update, revision } = tiesOf(view, '');
  return { update, revision: String(revision), ...event };
}

/** Shown after a POST, from the stored item. Empty for an update that this applicant never made. */
export function receipt(view: PageView, action: string): Html | string {
  const { applicant } = view;
  const update = applicant.accepted.find(({ id }) => id === view.done);
  const entry = applicant.history.find(({ id }) => id === view.done);
  if (!update || !entry) return '';
  if (update.takenBack) {
    return banner(
      'done',
      html`<p>${status('to-do', 'Undone:')} ${historyWords(entry)}. It was recorded and then undone.</p>`,
    );
  }
  return banner(
    'done',
    html`<p>${status('done', 'Recorded:')} ${historyWords(entry)}, ${phraseLocal(update.at, applicant.facts.profile.zone)}.</p>
${applicant.undo?.updateId === update.id ? undoForm(view, action) : ''}`,
  );
}

/** Below a page that does not confirm an update. */
export function undoBelow(view: PageView, action: string): Html | string {
  return receipt(view, action) === '' ? undoForm(view, action) : '';
}

export function undoForm(view: PageView, action: string): Html | string {
  if (!canUndo(view.applicant, view.now)) return '';
  const hidden = updateOf(view, { type: 'undone' });
  const latest = view.applicant.history.find(({ id }) => id === view.applicant.undo?.updateId);
  if (!latest?.onWord)
    return button({ action, label: 'Undo my last update', hidden, isPlain: true });
  return banner(
    'banner',
    html`<p>${historyWords(latest)}, ${actorWords(latest)}. Not right? Undo it.</p>${button({ action, label: 'Undo it', hidden, isPlain: true })}`,
  );
}
