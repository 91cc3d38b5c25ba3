/** What only the reader can tell us. */
import { phraseDay } from '#shared/base/time/phrase.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { quoted, rotationOf, type WordsOf } from './words-of.ts';

export const QUESTION_WORDS = {
  entry: () => ({
    title: 'how to enter the US: with a visa, or without?',
    next: 'Tell us whether you need a visa. We never ask your nationality.',
    why: 'Until we know, your plan has no visa steps.',
    button: 'Answer',
  }),
  'entry-until': (matter, view) => ({
    title: `how will you stay in the US for the ${nameOf(rotationOf(matter, view))}?`,
    next: 'Ask your school or a lawyer how your status can be extended, then enter its new last day or how you will enter.',
    why: 'The status you entered ends before the last day of this rotation.',
    button: 'Update my profile',
  }),
  'visa-wait': () => ({
    title: 'how long is the wait at the consulate?',
    next: 'Look up the wait for a visa appointment, and enter it.',
    why: 'Without it, we cannot tell when you need to book.',
    button: 'Enter the wait',
  }),
  dates: (matter, view) => ({
    title: `when is the ${nameOf(rotationOf(matter, view))}?`,
    next: 'Enter the first and last day you want, even if they may change.',
    why: 'Every date of the plan is counted from them.',
    button: 'Enter the dates',
  }),
  'apply-by': (matter, view) => {
    const { host, mode } = rotationOf(matter, view);
    const stated = view.world.host(host.institutionId, mode)?.offering.deadline;
    return {
      title: `when is the last day to apply at ${host.name}?`,
      next: `Find the last day on ${host.name}’s page or ask its visiting student office, and enter it.`,
      why: [...quoted('Its page says', stated), 'We use an estimate until you do.'].join(' '),
      button: 'Enter the day',
    };
  },
  'follow-up': (matter, view) => {
    const { host, mode, status } = rotationOf(matter, view);
    const stated = view.world.host(host.institutionId, mode)?.offering.decision;
    return {
      title: `has ${host.name} answered?`,
      next:
        status === 'waitlisted'
          ? `Ask ${host.name} whether a place has opened, and record the answer.`
          : `Ask ${host.name} about your application, and record the answer.`,
      why: [
        ...quoted('About answers, its page says', stated),
        'Silence is not an answer: the application stays open until you record one.',
      ].join(' '),
      button: 'Record the answer',
    };
  },
  'offer-end': (matter, view) => {
    const { host } = rotationOf(matter, view);
    return {
      title: `how long is the offer from ${host.name} open?`,
      next: 'Find the last day to answer in the offer, or ask, and enter it. Better still, answer now.',
      why: 'An offer that is not answered goes to another applicant.',
      button: 'Enter the last day',
    };
  },
  'appointment-day': (matter, view) => {
    const rotation = rotationOf(matter, view);
    const { visaAppointmentOn: day } = rotation;
    if (!day) {
      return {
        title: `on what day is the visa appointment for the ${nameOf(rotation)}?`,
        next: 'Enter the day of the appointment.',
        why: 'Then your plan shows whether the visa can arrive in time.',
        button: 'Enter the day',
      };
    }
    return {
      title: `can the visa appointment for the ${nameOf(rotation)} be earlier?`,
      next: `Ask the consulate for a day before ${phraseDay(day)}, and enter it. Otherwise ask ${rotation.host.name} for later dates.`,
      why: 'The passport can take three weeks after the interview (our estimate): it may come after your flight.',
      button: 'Enter the day',
    };
  },
} satisfies Readonly<Record<string, WordsOf>>;
