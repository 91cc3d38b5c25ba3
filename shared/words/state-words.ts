/** The plan in one phrase: what a page, an email, or a command says first. */
import type { AgendaAt } from '#shared/agenda/agenda-at.ts';
import { dayShown, type Matter } from '#shared/agenda/matter.ts';
import { capital, counted, sentence } from '#shared/base/sentence.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { phraseFirstApplication } from './deadline-words.ts';
import { wordsAt, wordsOf } from './matters/matter-words.ts';
import { phraseParty } from './plan-words.ts';

export interface StateWords {
  /** A heading, and the subject of an email that says nothing else. */
  readonly title: string;
  /** One or two sentences that follow it. */
  readonly text: string;
}

/** To the applicant. */
export function stateWords({
  state,
  view,
  now,
}: Pick<AgendaAt, 'state' | 'view' | 'now'>): StateWords {
  const name = (matter: Matter) => wordsOf(matter, view).title;
  switch (state.name) {
    case 'unreachable':
      return {
        title: 'Your address takes no email from us',
        text: 'Your reminders wait until your address is corrected.',
      };
    case 'over':
      return { title: 'This season is over', text: 'We send no more reminders for it.' };
    case 'nothing-planned': {
      const { matchYear, zone } = view.facts.profile;
      return {
        title: 'Your plan has no rotation',
        text: `Add the first program where you want to rotate. ${state.applyBy ? `${phraseFirstApplication(state.applyBy, matchYear, dayIn(zone, now))} ` : ''}The guide recommends two to four rotations.`,
      };
    }
    case 'needs-you': {
      const { title, next } = wordsAt(state.first, state.isLost ? 'lost' : 'late', view, now);
      return state.late > 1
        ? {
            title: `${capital(counted(state.late, 'step'))} late on your plan`,
            text: `First: ${sentence(title)} ${next}`,
          }
        : { title: capital(title), text: next };
    }
    case 'cannot-be': {
      const { title, next } = wordsAt(state.first, 'lost', view, now);
      return { title: capital(title), text: next };
    }
    case 'under-way':
      return {
        title: `Still missing ${name(state.short)}`,
        text:
          state.next === state.short
            ? wordsOf(state.short, view).next
            : nextText(state.next, { view, now }),
      };
    case 'waiting':
      return {
        title: `Waiting for ${phraseParty(state.for.heldBy?.party ?? state.for.whose)}`,
        text: `There is nothing for you to do until then: ${name(state.for)}.`,
      };
    case 'on-track':
      return {
        title: 'On track',
        text: state.next ? nextText(state.next, { view, now }) : 'There is nothing to do now.',
      };
  }
}

function nextText(next: Matter, { view, now }: Pick<AgendaAt, 'view' | 'now'>): string {
  const { title } = wordsOf(next, view);
  // A question has no day by which it is late.
  if (next.kind === 'question') return `Next: ${title}`;
  const day = dayShown(next);
  const today = dayIn(view.facts.profile.zone, now);
  const { opens, due } = next;
  if (opens && opens > today) return `Next: ${title}, from ${phraseDay(opens)}.`;
  if (!day) return `Next: ${title}.`;
  const shown = `${due?.certainty === 'estimated' ? 'about ' : ''}${phraseDay(day)}`;
  if (day < today) return `Next: ${title}. It was best by ${shown}.`;
  return `Next: ${title}, ${day === next.safeBy ? 'start by' : 'by'} ${shown}.`;
}
