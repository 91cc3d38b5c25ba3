/** Emails about what someone did with a link: the plan's owner learns about each use, even their own. */
import { DELETION_DAYS } from '#shared/base/limits.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { ARCHIVE_DAYS } from '#shared/people/applicant/archive.ts';
import { MOVE_BACK_DAYS } from '#shared/people/applicant/moving.ts';
import { erasedAtOf } from '#shared/people/applicant/tombstone.ts';
import type { Notice } from '#shared/people/person/person.ts';
import type { EmailDraft, EmailView } from './layout.ts';

/** @param causeId the cause that says what happened */
export function noticeWords(view: EmailView, causeId: string | undefined): EmailDraft {
  const notice = view.applicant.causes.find(({ id }) => id === causeId)?.notice;
  if (!notice) throw new Error('The cause of a notice does not say what happened.');
  if (notice === 'stopped') throw new Error('Only a writer is notified that emails are stopped.');
  if (notice === 'disowned' || notice === 'cases-received') {
    throw new Error('Only advisors are notified of a plan nobody claims, and of their cases.');
  }
  return notice === 'deletion' ? deletionWords(view) : NOTICE_WORDS[notice](view);
}

export function moveOf({ move }: EmailView['urls']): string {
  if (!move) throw new Error('An email about a change of address needs the address before it.');
  return move;
}

type AdvisorsNotice = 'disowned' | 'cases-received';

const NOTICE_WORDS: Readonly<
  Record<Exclude<Notice, 'deletion' | AdvisorsNotice | 'stopped'>, (view: EmailView) => EmailDraft>
> = {
  'address-changed': ({ applicant, urls }) => ({
    subject: 'Your rotation plan has a new email address',
    words: {
      greeting: `Hello ${applicant.facts.profile.name},`,
      heading: 'Emails now go to another address',
      paragraphs: [
        `The address of your rotation plan was changed, ${movedBy(applicant)}.`,
        `If that was you, there is nothing to do. If not, take your plan back within ${MOVE_BACK_DAYS} days: its links end, and emails come here again.`,
        ...(applicant.moving?.both
          ? ['Until then, reminders come here, too, and nobody can download or delete the plan.']
          : []),
      ],
      button: { label: 'Take my plan back', url: moveOf(urls) },
      notes: ['This email has no link that opens the plan.'],
    },
  }),
  welcome: ({ applicant, urls }) => ({
    subject: 'The link to your rotation plan',
    words: {
      greeting: `Hello ${applicant.facts.profile.name},`,
      heading: 'Your plan has started',
      paragraphs: [
        'Keep this email: its link opens your plan, without a password. Every later email has one, too.',
        'Next, add the first place where you want to rotate. From then on, we email you before each date.',
      ],
      button: { label: 'Add my first rotation', url: urls.add },
      notes: [
        `Your plan: ${urls.plan}`,
        `Not sure where? See where you could rotate: ${urls.shortlist}`,
      ],
    },
  }),
  exported: (view) =>
    withPlan(view, {
      subject: 'Your rotation plan was downloaded',
      heading: 'Your plan was downloaded',
      said: 'Someone with a link to your plan downloaded your data, or part of it.',
    }),
  'feed-made': (view) =>
    withPlan(view, {
      subject: 'A calendar address was made for your plan',
      heading: 'A new calendar address',
      said: 'Someone with a link to your plan made a new calendar address. Anyone who has it can see your dates.',
    }),
  'handed-over': (view) =>
    withPlan(view, {
      subject: 'A coordinator was named for one of your letters',
      heading: 'A coordinator was named',
      said: 'The writer of one of your letters, or someone with the writer’s link, named a coordinator to upload it. The coordinator sees nothing about you before accepting.',
      more: [COORDINATOR_ON_PLAN],
    }),
  'taken-over': (view) =>
    withPlan(view, {
      subject: 'A coordinator will upload one of your letters',
      heading: 'The coordinator accepted',
      said: 'A coordinator agreed to upload one of your letters, and can now see your details and the ERAS Letter ID.',
      more: [COORDINATOR_ON_PLAN],
    }),
  shared: (view) =>
    withPlan(view, {
      subject: 'Your rotation plan was shared with a school',
      heading: 'Your plan was shared',
      said: 'Someone with a new link to your plan shared it with the advisors of a school. You can stop sharing it on your profile page.',
    }),
  'taken-out': (view) =>
    withPlan(view, {
      subject: 'Your rotation plan is no longer shared',
      heading: 'Your plan is no longer shared',
      said: 'Someone with a link to your plan stopped sharing it with the school. Its advisors no longer see it.',
    }),
  archived: (view) =>
    withPlan(view, {
      subject: 'Your rotation plan is now yours alone',
      heading: 'A school no longer follows your plan',
      said: `The advisors of ${schoolIn(view)} took your plan off their list and no longer see it. Your plan, its links, and its reminders stay as they are.`,
      more: [
        `For ${ARCHIVE_DAYS} days, they can bring it back; if they do, we will email you. You can share it with a school on your profile page.`,
        'To apply in a later Match, change the Match year on your profile page.',
      ],
    }),
  'brought-back': (view) =>
    withPlan(view, {
      subject: 'A school follows your rotation plan again',
      heading: 'A school follows your plan again',
      said: `The advisors of ${schoolIn(view)} put your plan back on their list and see it again.`,
      more: ['Your plan, its links, and its reminders stay as they are.'],
    }),
  moved: (view) =>
    withPlan(view, {
      subject: 'Your rotation plan is on another list of your school',
      heading: 'Your plan is on another list',
      said: `Your school moved your plan to its list ${schoolIn(view)}. The advisors of that list see it from now on.`,
      more: ['Your plan, its links, and its reminders stay as they are.'],
    }),
  'links-ended': (view) =>
    withPlan(view, {
      subject: 'Your old links no longer work',
      heading: 'Your links were ended',
      said: 'Every link we emailed you before this email has ended, and so has your calendar address.',
    }),
};

function movedBy({ moving }: EmailView['applicant']): string {
  if (moving?.vouchedBy) return `at the request of your advisor ${moving.vouchedBy}`;
  return moving?.waits
    ? 'by someone with a link to it'
    : 'by a link that we had emailed to you within the hour before';
}

function schoolIn({ school }: EmailView): string {
  return school ? `“${school.name}”` : 'your school';
}

const COORDINATOR_ON_PLAN =
  'Your plan shows who it is, and you can end the access there at any time. If you do not know the coordinator, ask the writer.';
const WAS_IT_YOU =
  'If that was you, there is nothing to do. If not, open your plan and press “End all my links”.';

interface Said {
  readonly subject: string;
  readonly heading: string;
  readonly said: string;
  /** What follows, where nobody used a link and there is no point in asking whether it was the reader. */
  readonly more?: readonly string[];
}

function withPlan(
  { applicant, urls }: EmailView,
  { subject, heading, said, more = [WAS_IT_YOU] }: Said,
): EmailDraft {
  return {
    subject,
    words: {
      greeting: `Hello ${applicant.facts.profile.name},`,
      heading,
      paragraphs: [said, ...more],
      button: { label: 'Open my plan', url: urls.plan },
      notes: ['You get this because it concerns who can see your plan.'],
    },
  };
}

function deletionWords({ applicant, urls }: EmailView): EmailDraft {
  const at = erasedAtOf(applicant);
  if (!at || !urls.keep) throw new Error('An email about a deletion needs a deleted plan.');
  const day = phraseDay(dayIn(applicant.facts.profile.zone, at));
  if (applicant.leaving?.disowned) return disownedWords(day, urls.keep);
  return {
    subject: 'Your rotation plan will be deleted',
    words: {
      greeting: `Hello ${applicant.facts.profile.name},`,
      heading: `Your plan will be deleted on ${day}`,
      paragraphs: [
        `Someone with a new link to your plan deleted it. You can undo this for ${DELETION_DAYS} days. After that, everything that names you is deleted.`,
        'If that was you, there is nothing to do. If not, or if you changed your mind, keep the plan.',
      ],
      button: { label: 'Keep my plan', url: urls.keep },
      notes: ['Until then, no one can see your plan, and we will send you no other email.'],
    },
  };
}

/** The reader may be anybody: neither the name nor the plan is in it. */
function disownedWords(day: string, keep: string): EmailDraft {
  return {
    subject: 'The plan that a school made for you will be deleted',
    words: {
      greeting: 'Hello,',
      heading: `The plan will be deleted on ${day}`,
      paragraphs: [
        'You, or someone with the link that we had emailed to you, answered “I don’t know this school”. Its advisors no longer see the plan, and they learn of the answer.',
        `If that was a mistake, bring the plan back within ${DELETION_DAYS} days. After that, everything that names you is deleted.`,
      ],
      button: { label: 'Bring the plan back', url: keep },
      notes: ['Until then we send no other email about this plan.'],
    },
  };
}
