/** Notes: on the plan as a whole, on one rotation, on the days between two, and on one letter. */
import { gatesOfRotation } from '#shared/agenda/gates/gates-of-rotation.ts';
import type { View } from '#shared/agenda/matter.ts';
import { VISA_FREE_DAYS } from '#shared/agenda/matters/notes/gaps.ts';
import type { NoteReason } from '#shared/agenda/note.ts';
import { counted, phraseUsd } from '#shared/base/sentence.ts';
import { daysBetween } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { isComing, type PacketItem } from '#shared/plan/facts/letter.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { tallyWords } from '#shared/plan/rotation/on-plan.ts';
import type { Pathway } from '#shared/world/vocabulary.ts';
import { OFFERED, phraseFix, phraseUnstated } from '../gate-words.ts';
import { PATHWAY_WORDS } from '../plan-words.ts';
import { type NotePhrases, sharedDays } from './words-of.ts';

const LIST = new Intl.ListFormat('en-US');

export const NOTE_WORDS: NotePhrases = {
  'ir-path': ({ unsure }) =>
    unsure.length > 0
      ? [
          `Not known whether any IR site on your plan has integrated IR or ESIR: ${LIST.format(unsure)}.`,
          'Ask the program or look on its page, and choose one site that has either.',
        ]
      : [
          'No IR site on your plan has integrated IR or ESIR.',
          'Choose one IR rotation at a program with integrated IR or ESIR.',
        ],
  'two-kinds': ({ integrated, esir }) => [
    `Your plan has ${[
      ...lacking('an integrated IR site', integrated),
      ...lacking('a DR site with ESIR or a strong DR program', esir),
    ].join(', and ')}.`,
    'The guide’s ideal is one of each. DR with ESIR is often easier to reach.',
  ],
  'tier-1-first': (_, { rotation }) => [
    `The ${nameOf(rotation)} is a Tier 1 target${ownTier(rotation)}, and no other US rotation ends before it.`,
    'Put another US rotation first, best at a DR site with ESIR: you will be better prepared.',
  ],
  'first-month': ({ tier }, { rotation }) => {
    const first = `Your first US rotation is the ${nameOf(rotation)}`;
    return tier === 'unknown'
      ? [
          `${first}, and its tier is not known. A DR site with ESIR, or a strong DR program, is a good first one.`,
          'Ask the program, or set the tier yourself on the rotation’s page.',
        ]
      : [
          `${first}, Tier ${tier}${ownTier(rotation) || ' in the guide’s order'}.`,
          'If you can still choose, start at a DR site with ESIR and keep Tier 1 for later.',
        ];
  },
  costly: (reason, { matter }) => [
    `US rotations on your plan: ${tallyWords(reason.tally)}. ${feeWords(reason)} More than four often add cost and little else.`,
    // Too many that are certain weigh more than too many wishes.
    tooManyFix(matter.note?.weight === 'warning'),
  ],
  'five-ir': ({ tally }) => [
    `IR rotations on your plan: ${tallyWords(tally)}. The guide says that five are not needed.`,
    'Give the months to one or two good IR sites and to other US experience.',
  ],
  'third-without-letter': () => [
    'Your plan has three or more IR rotations and no promised letter from IR faculty.',
    'Win one strong, detailed letter before you add another IR rotation.',
  ],
  'no-spring': ({ undated }, { view }) => [
    noneStarts('March and June', undated, view),
    'Move one of them there: its letter is then ready when applications open.',
  ],
  'no-summer': ({ undated }, { view }) => [
    noneStarts('July and September', undated, view),
    'Early July is ideal: the letter still comes before programs review.',
  ],
  'summer-closed': ({ hosts }) => [
    `The guide recommends one IR rotation between July and September, when ${LIST.format(hosts)} ${hosts.length > 1 ? 'take' : 'takes'} no international students.`,
    'Take March to June there, and ask another host for early July.',
  ],
  'late-summer': ({ due, review }, { rotation }) => {
    const isMissed = review !== undefined && due > review;
    const start = rotation.dates ? ` on ${phraseDay(rotation.dates.start)}` : ' late';
    const where = review
      ? `, ${isMissed ? 'after' : 'before'} programs begin to review on ${phraseDay(review)}`
      : '';
    return [
      `The ${nameOf(rotation)} starts${start}. Its letter is due on ${phraseDay(due)}${where}.`,
      isMissed
        ? 'Start by early July if the host can, or ask the writer for the letter before you leave.'
        : 'Early July is ideal; from here, ask for the letter at the midpoint.',
    ];
  },
  experiences: ({ most, order }, { view: { facts } }) => [
    facts.experienceCount === undefined
      ? `ERAS holds ${most} experiences. Not known how many you have.`
      : `You have ${facts.experienceCount} experiences, and ERAS holds ${most}.`,
    `List US IR rotations first, then other US rotations, then IR at home${order.length > 0 ? `: ${order.join(', ')}` : ''}.`,
  ],
  pathway: (_, { view }) => {
    const { pathway } = view.facts.profile;
    const text = `Your pathway: ${PATHWAY_WORDS[pathway]}. ${PATHWAY_YEARS[pathway]}`;
    return [text, PATHWAY_ADVICE[pathway]];
  },
  role: ({ modes }, { rotation }) => [
    `You call the ${nameOf(rotation)} ${rotation.mode === 'hands-on' ? 'hands-on' : 'an observership'}; the host’s page offers ${LIST.format(modes.map((mode) => OFFERED[mode]))} only.`,
    'Ask which it is, and list it in ERAS as what it was.',
  ],
  'share-days': (_, of) => [
    sharedDays(of),
    'Keep both only while one of them may fail. Once one is certain, withdraw from the other at once.',
  ],
  'travel-gap': ({ freeDays, startFrom }, { other, rotation }) => [
    `Between the ${nameOf(other)} and the ${nameOf(rotation)} ${freeDays === 1 ? 'is 1 free day' : 'are no free days'} to travel.`,
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
};

/** @param isCertain hosts have accepted too many already */
export function tooManyFix(isCertain: boolean): string {
  return isCertain
    ? 'Count what each one more costs, and tell a host early if you give a place back.'
    : 'Keep more only as spares for applications that may fail, and count their cost.';
}

const PATHWAY_YEARS: Readonly<Record<Pathway, string>> = {
  'integrated-ir': 'It takes five to six years from graduation.',
  'ir-dr-backup': 'Integrated IR takes five to six years; after DR, independent IR takes two more.',
  'dr-esir': 'After it, independent IR takes about one year.',
  independent: 'After DR, independent IR takes two years.',
};

const PATHWAY_ADVICE: Readonly<Record<Pathway, string>> = {
  'integrated-ir': 'Consider DR programs as a backup: both use the same application.',
  'ir-dr-backup': 'Rank integrated IR first, then DR programs, those with ESIR before others.',
  'dr-esir': 'Ask each DR program whether it offers ESIR, and when its residents choose it.',
  independent: 'Any DR program leads to it. With ESIR, it takes a year less.',
};

/** "no …", or "no confirmed …" with the hosts to ask; nothing where the plan has one. */
function lacking(what: string, unsure: readonly string[] | undefined): string[] {
  if (!unsure) return [];
  const site = what.replace(/^an? /, '');
  return unsure.length > 0
    ? [`no confirmed ${site} (not known for ${LIST.format(unsure)}: ask)`]
    : [`no ${site}`];
}

function noneStarts(between: string, undated: readonly string[], { facts }: View): string {
  const year = facts.profile.matchYear - 1;
  const open =
    undated.length > 0 ? `Not known yet when you rotate at ${LIST.format(undated)}. ` : '';
  return `${open}Two or more IR rotations are planned, and none starts between ${between} ${year}.`;
}

function feeWords({ usd, unknown, tally }: Extract<NoteReason, { code: 'costly' }>): string {
  if (unknown === tally.total) return 'No host’s fee is known: ask each.';
  return `Fees that hosts state come to ${phraseUsd(usd)}${unknown > 0 ? `; ${unknown} not known` : ''}.`;
}

function ownTier({ tier }: Rotation): string {
  return tier ? ', as you set it' : '';
}

const PACKET_WORDS: Readonly<Record<PacketItem, string>> = {
  cv: 'a draft CV',
  'personal-statement': 'your personal statement, even an early one',
  'case-list': 'a short list of your cases and contributions',
  'img-note': 'a note that you are an IMG, with visa and graduation year',
};
