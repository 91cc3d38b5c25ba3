/** Notes on one rotation, on the days between two, and on one letter. */

import { gatesOfRotation } from '#shared/agenda/gates/gates-of-rotation.ts';
import { VISA_FREE_DAYS } from '#shared/agenda/matters/notes/gaps.ts';
import { counted } from '#shared/base/sentence.ts';
import { daysBetween } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { isComing, type PacketItem } from '#shared/plan/facts/letter.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { phraseFix, phraseUnstated } from '../gate-words.ts';
import type { NotePhrases, Setting } from './words-of.ts';

const LIST = new Intl.ListFormat('en-US');

const PACKET_WORDS: Readonly<Record<PacketItem, string>> = {
  cv: 'a draft CV',
  'personal-statement': 'your personal statement, even an early one',
  'case-list': 'a short list of your cases and contributions',
  'img-note': 'a note that you are an IMG, with visa and graduation year',
};

export const ROTATION_NOTE_WORDS = {
  role: ({ modes }, { rotation }) => [
    `You call the ${nameOf(rotation)} ${rotation.mode === 'hands-on' ? 'hands-on' : 'an observership'}; the host’s page offers ${LIST.format(modes)} only.`,
    'Ask which it is, and list it in ERAS as what it was.',
  ],
  'share-days': (_, of) => {
    const [first, next] = [otherOf(of), of.rotation];
    return [
      `The ${nameOf(first)} lasts until ${dayOf(first, 'end')}, and the ${nameOf(next)} starts on ${dayOf(next, 'start')}.`,
      'Keep both only while one of them may fail. Once one is certain, withdraw from the other at once.',
    ];
  },
  'travel-gap': ({ freeDays, startFrom }, of) => [
    `Between the ${nameOf(otherOf(of))} and the ${nameOf(of.rotation)} ${freeDays === 1 ? 'is 1 free day' : 'are no free days'} to travel.`,
    `Ask for a start on ${phraseDay(startFrom)} or later if the cities are far apart.`,
  ],
  'visa-free-stay': ({ from, to }) => [
    `From ${phraseDay(from)} to ${phraseDay(to)} are ${counted(daysBetween(from, to) + 1, 'day')} in one stay; entry without a visa lasts ${VISA_FREE_DAYS} days at most.`,
    'Leave a month between the rotations, or apply for a visa.',
  ],
  'not-from-ir': (_, { letter, rotation }) => [
    `${letter.writer.name} is not from IR and writes about the ${nameOf(rotation)}.`,
    'Ask for a letter that speaks of your IR work, and ask someone from IR, too.',
  ],
  packet: ({ missing, isKnown }, { letter }) => {
    const writer = letter.writer.name;
    const list = missing.map((item) => PACKET_WORDS[item]).join('; ');
    return isKnown
      ? [`${writer} still lacks: ${list}.`, 'Send what is missing.']
      : [`Not known what ${writer} was given.`, `Hand over ${list}.`];
  },
  'no-letters': (_, { rotation: { host, letters } }) => {
    const [coming] = letters.filter(isComing);
    return coming
      ? [
          `${host.name} grants no letters of recommendation by its page, so the one from ${coming.writer.name} is not counted.`,
          'Ask the writer whether the host allows it, and plan a letter at another site.',
        ]
      : [
          `${host.name} grants no letters of recommendation: this rotation cannot bring one.`,
          'Go there for the experience, and plan the letter at another site.',
        ];
  },
  'letter-late': ({ due, review }, { rotation, view }) => {
    const of = `The letter from the ${nameOf(rotation)}`;
    const match = view.season.dates['match-day'];
    if (match && match.day <= due) {
      return [
        `${of} is due on ${phraseDay(due)}, after Match Day on ${phraseDay(match.day)}: it cannot count for this Match.`,
        'Go there for the experience, or ask for earlier dates.',
      ];
    }
    return due < review
      ? [
          `${of} is due on ${phraseDay(due)}, since programs start to review on ${phraseDay(review)}: the writer has less than three weeks.`,
          'Ask for it before you leave. If it comes later, it is added but misses the first review.',
        ]
      : [
          `${of} is due on ${phraseDay(due)}, after programs begin to review on ${phraseDay(review)}.`,
          'It can still be added later; plan your first letters from an earlier rotation.',
        ];
  },
  unstated: (_, { rotation, view }) => {
    const open = gatesOfRotation(rotation, view.facts, view.world).filter(
      ({ state }) => state === 'not-stated',
    );
    return [phraseUnstated(open, rotation.host.name), open[0] ? phraseFix(open[0]) : ''];
  },
} satisfies Partial<NotePhrases>;

/** The rotation with which a note compares the one it is about. */
function otherOf({ matter: { about, id }, view }: Setting): Rotation {
  const rotation = view.facts.rotations.find((each) => each.id === about.otherId);
  if (!rotation) throw new Error(`The matter ${id} names no other rotation of this plan.`);
  return rotation;
}

function dayOf({ dates, id }: Rotation, which: 'start' | 'end'): string {
  if (!dates) throw new Error(`The rotation ${id} has no dates.`);
  return phraseDay(dates[which]);
}
