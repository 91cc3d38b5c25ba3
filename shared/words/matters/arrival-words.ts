/** The way to the first day once the host has accepted: visa or ESTA, housing, and flight. */
import { WAIT_UNKNOWN_DAYS } from '#shared/agenda/matters/step-times.ts';
import { counted } from '#shared/base/sentence.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { latestOf } from '#shared/plan/documents/judge.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isCommitted } from '#shared/plan/facts/stages.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { type MatterWords, named, type WordsOf } from './words-of.ts';

export const ARRIVAL_WORDS = {
  G13: ({ rotation, rotations, view }) => {
    const { visaWaitDays } = view.facts.profile;
    const fee = rotations.every(({ stage }) => isCommitted(stage))
      ? []
      : ['The visa fee is not refunded if the host says no.'];
    const wait =
      visaWaitDays === undefined
        ? `With a wait of ${counted(WAIT_UNKNOWN_DAYS, 'day')}, our estimate`
        : 'With the wait you entered';
    return {
      ...namedForAll('visa appointment', rotation, rotations),
      next:
        visaWaitDays === undefined
          ? 'Look up the wait at your consulate, and book the appointment.'
          : `Book the visa appointment: ${
              visaWaitDays === 0
                ? 'you entered that there is no wait'
                : `the wait you entered is ${counted(visaWaitDays, 'day')}`
            }.`,
      why: [
        'Long waits cost more rotations than refusals do.',
        ...servesAll(rotations),
        ...fee,
      ].join(' '),
      button: 'I booked the appointment',
      late: {
        next: 'Book it today, and ask the consulate for an expedited appointment. Otherwise ask the host for later dates.',
        why: [`${wait}, the visa may not be in your passport on the first day.`, ...fee].join(' '),
      },
    };
  },
  visa: ({ matter, rotation, rotations }) => {
    const { visaAppointmentOn } = rotations.find((each) => each.visaAppointmentOn) ?? {};
    return {
      ...namedForAll('visa', rotation, rotations),
      next: visaAppointmentOn
        ? `Interview on ${phraseDay(visaAppointmentOn)}: bring the acceptance letter, and record the visa once your passport is back.`
        : 'Go to the interview with the acceptance letter, and wait for the passport.',
      why: ['You cannot start without it.', ...servesAll(rotations)].join(' '),
      button: 'I have it',
      ...(matter.impossible && {
        late: {
          next: 'Ask the consulate for an expedited appointment, or the host for later dates.',
          why: 'The appointment is after the last day the visa can still be in your passport.',
        },
      }),
    };
  },
  esta: ({ rotation, host, view }) => {
    const isRefused = host?.offering.read?.visaRefused?.includes('WT');
    const ends = latestOf(view.facts.documents, 'esta')?.expiresOn;
    const isTooShort = ends && rotation.dates && ends < rotation.dates.start;
    return {
      ...named('ESTA', 'for', rotation),
      next: 'Apply for the ESTA on its official website, and ask at the border to enter for business (WB), not as a tourist (WT).',
      why: [
        ...(isTooShort
          ? [`The one you have expires on ${phraseDay(ends)}, before the rotation starts.`]
          : []),
        ...(isRefused ? [`${rotation.host.name} refuses visitors who entered as tourists.`] : []),
        'Without an approved ESTA, the airline will not let you board.',
      ].join(' '),
      button: 'It is approved',
    };
  },
  housing: ({ rotation }) => ({
    ...named('housing', 'for', rotation),
    next: 'Find housing near the hospital for the whole rotation.',
    why: 'Housing costs more at the last minute.',
    button: 'I found housing',
  }),
  flight: ({ rotation }) => ({
    ...named('flight', 'for', rotation),
    next: 'Book the flight, and arrive three days early.',
    why: 'A delayed flight should not cost you the first day.',
    button: 'I booked a flight',
  }),
} satisfies Readonly<Record<string, WordsOf>>;

/** What the consulate decides, and nobody reads as given. */
function servesAll({ length }: readonly Rotation[]): string[] {
  if (length < 2) return [];
  const all = length === 2 ? 'both rotations' : 'all these rotations';
  return [`One visa can cover ${all} if it is valid through the last one.`];
}

/** Once it is too late, it is lost for the earliest alone: the others then get a step of their own. */
function namedForAll(
  short: string,
  earliest: Rotation,
  rotations: readonly Rotation[],
): Pick<MatterWords, 'title' | 'short' | 'lost'> {
  const alone = named(short, 'for', earliest);
  const others = rotations.filter((each) => each !== earliest).map((each) => `the ${nameOf(each)}`);
  if (others.length === 0) return alone;
  return {
    title: LIST.format([alone.title, ...others]),
    short: `${short} (also for ${LIST.format(others)})`,
    lost: `no longer possible: ${alone.title}`,
  };
}

const LIST = new Intl.ListFormat('en-US');
