/** L1, too few letters in time; L2, a writer who does not answer. */
import { counted } from '#shared/base/counted.ts';
import { type Day, daysBetween, plusDays } from '#shared/base/time/day.ts';
import { phraseDay, phraseDistance } from '#shared/base/time/phrase.ts';
import type { SummaryLetter, SummaryRotation } from '#shared/people/outlook/summary.ts';
import { isComing, isInEras, isLost, isOpen } from '#shared/plan/facts/letter.ts';
import { isUsIr } from '#shared/plan/letters/letter-plan.ts';
import { openRotations } from '#shared/plan/rotation/on-plan.ts';
import { LETTER_STATUS_WORDS } from '#shared/words/plan-words.ts';
import { phraseSource } from '#shared/world/source-words.ts';
import { type Finding, levelFrom, type RiskView, seasonIsOver } from './finding.ts';

/** Red without a letter from a US IR rotation two weeks before review; amber with too few requested six weeks before. */
export function lettersRisk(view: RiskView): Finding[] {
  const { row, season, thresholds, today } = view;
  const review = season.dates['programs-review-opens'];
  if (!review || seasonIsOver(view)) return [];
  const letters: Sourced[] = [
    ...row.rotations.flatMap((rotation) =>
      rotation.letters.map((letter) => ({ rotation, letter })),
    ),
    ...(row.ownLetters ?? []).map((letter) => ({ letter })),
  ];
  const hasUsIr = letters.some((each) => isFromUsIr(each) && isInEras(each.letter));
  const coming = letters.filter(({ letter }) => isComing(letter));
  const isFew = coming.length < thresholds.lettersWanted;
  const found = levelFrom(today, {
    red: hasUsIr ? undefined : plusDays(review.day, -thresholds.letterRedDays),
    amber: isFew ? plusDays(review.day, -thresholds.letterAmberDays) : undefined,
  });
  if (!found) return [];
  const ofUsIr = letters.filter(isFromUsIr);
  // A writer who may still write it, otherwise one who will not.
  const hope =
    ofUsIr.find(({ letter }) => isOpen(letter)) ?? ofUsIr.find(({ letter }) => isLost(letter));
  return [
    {
      code: 'L1',
      topic: 'letter',
      ...found,
      ...(hope?.rotation && { rotationId: hope.rotation.id }),
      owner: hope && found.level === 'red' && !isLost(hope.letter) ? 'writer' : 'applicant',
      words: () => ({
        reason:
          found.level === 'red'
            ? `No letter from a US IR rotation, program review ${phraseDistance(today, review.day)}; ${hope ? wordOf(hope.letter, today) : 'no writer from one has been asked'}`
            : `${coming.length} of ${thresholds.lettersWanted} letters requested, program review ${phraseDistance(today, review.day)}`,
        action:
          found.level === 'red'
            ? nextOf(hope?.letter)
            : 'choose the next writer together, and ask this week',
        data: [
          `programs review from ${phraseDay(review.day)} on: ${phraseSource(review)}`,
          ...letters.map(({ rotation, letter }) => letterWords(letter, rotation)),
        ],
      }),
    },
  ];
}

/** Red where a writer declined or never answered and the rotation brings no other letter; amber after two weeks. */
export function writerRisk(view: RiskView): Finding[] {
  if (seasonIsOver(view)) return [];
  return openRotations(view.row).flatMap((rotation) => ofRotation(rotation, view));
}

function ofRotation(rotation: SummaryRotation, { thresholds, today }: RiskView): Finding[] {
  const base = { code: 'L2', topic: 'letter', rotationId: rotation.id } as const;
  const lost = rotation.letters.find(isLost);
  if (lost && !rotation.letters.some(isComing)) {
    return [
      {
        ...base,
        level: 'red',
        since: lost.since,
        owner: 'applicant',
        words: () => ({
          reason:
            lost.status === 'declined'
              ? `${lost.writer} declined to write the letter from ${rotation.host}, and no one else has been asked`
              : `The letter by ${lost.writer} from ${rotation.host} is not progressing`,
          action: 'ask another writer from that rotation',
          data: rotation.letters.map((letter) => letterWords(letter, rotation)),
        }),
      },
    ];
  }
  return rotation.letters.flatMap((letter): Finding[] => {
    if (letter.status !== 'asked') return [];
    const found = levelFrom(today, { amber: plusDays(letter.since, thresholds.writerSilentDays) });
    return found
      ? [
          {
            ...base,
            ...found,
            owner: 'writer',
            words: () => ({
              reason: wordOf(letter, today),
              action: 'have the applicant ask in person',
              data: [letterWords(letter, rotation)],
            }),
          },
        ]
      : [];
  });
}

function wordOf({ writer, status, since }: SummaryLetter, today: Day): string {
  const days = counted(daysBetween(since, today), 'day');
  if (status === 'declined') return `${writer} declined, and no one else has been asked`;
  if (status === 'asked') return `${writer} has not answered for ${days}`;
  return `the letter by ${writer} has been ${LETTER_STATUS_WORDS[status]} for ${days}`;
}

/** A writer who declined is not called again. */
function nextOf(letter: SummaryLetter | undefined): string {
  if (!letter) return 'choose a writer from a US IR rotation together, and ask today';
  if (letter.status === 'declined') return 'ask another writer from that rotation';
  return 'call the writer, or arrange a backup letter';
}

interface Sourced {
  readonly letter: SummaryLetter;
  /** Absent for a letter from outside the rotations. */
  readonly rotation?: SummaryRotation;
}

function letterWords(letter: SummaryLetter, rotation?: SummaryRotation): string {
  const from = rotation ? `${letter.writer}, ${rotation.host}` : letter.writer;
  return `${from}: ${LETTER_STATUS_WORDS[letter.status]} since ${phraseDay(letter.since)}`;
}

function isFromUsIr({ rotation, letter }: Sourced): boolean {
  return isUsIr(letter.specialty, rotation);
}
