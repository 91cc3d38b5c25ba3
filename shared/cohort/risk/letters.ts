/** L1, letters in time; L2, a writer who does not answer. */
import { LETTER_STATUS_WORDS } from '../../letters/moves.ts';
import { phraseSource } from '../../nudges/deadline-words.ts';
import type { SummaryLetter, SummaryRotation } from '../../store/summary.ts';
import { type Day, daysBetween } from '../../time/day.ts';
import { phraseDay, phraseDistance } from '../../time/phrase.ts';
import { type Finding, levelFrom, type RiskView } from './finding.ts';
import { isInEras, isIrInUs, isOpenLetter, openRotations } from './rows.ts';
import { seasonIsOver } from './season-end.ts';

/** Red without a letter from a US IR rotation two weeks before review; amber with too few asked for six weeks before. */
export function lettersRisk(view: RiskView): Finding[] {
  const { row, season, thresholds, today, days } = view;
  const review = season.dates['programmes-review-opens'];
  if (!review || seasonIsOver(view)) return [];
  const letters: Sourced[] = [
    ...row.rotations.flatMap((rotation) =>
      rotation.letters.map((letter) => ({ rotation, letter })),
    ),
    ...(row.ownLetters ?? []).map((letter) => ({ letter })),
  ];
  const hasUsIr = letters.some((each) => isFromUsIr(each) && isInEras(each.letter));
  const coming = letters.filter(({ letter }) => isInEras(letter) || isOpenLetter(letter));
  const isFew = coming.length < thresholds.lettersWanted;
  const found = levelFrom(today, {
    red: hasUsIr ? undefined : days.plus(review.day, -thresholds.letterRedDays),
    amber: isFew ? days.plus(review.day, -thresholds.letterAmberDays) : undefined,
  });
  if (!found) return [];
  const awaited = letters.find((each) => isFromUsIr(each) && isOpenLetter(each.letter));
  return [
    {
      code: 'L1',
      ...found,
      ...(awaited?.rotation && { rotationId: awaited.rotation.id }),
      owner: awaited && found.level === 'red' ? 'writer' : 'applicant',
      words: () => ({
        reason:
          found.level === 'red'
            ? `No letter from a US IR rotation, review date ${phraseDistance(today, review.day)}${awaited ? `; ${silence(awaited.letter, today)}` : ''}`
            : `${coming.length} of ${thresholds.lettersWanted} letters asked for, review date ${phraseDistance(today, review.day)}`,
        action:
          found.level === 'red'
            ? 'call the writer, or line up the second one'
            : 'name the next writer together, and ask this week',
        data: [
          `programmes review from ${phraseDay(review.day)}: ${phraseSource(review)}`,
          ...letters.map(({ rotation, letter }) => letterWords(letter, rotation)),
        ],
      }),
    },
  ];
}

/** Red where a writer declined or fell silent for good and no other letter comes from there; amber after two weeks. */
export function writerRisk(view: RiskView): Finding[] {
  if (seasonIsOver(view)) return [];
  return openRotations(view.row).flatMap((rotation) => ofRotation(rotation, view));
}

function ofRotation(rotation: SummaryRotation, { thresholds, today, days }: RiskView): Finding[] {
  const base = { code: 'L2', rotationId: rotation.id } as const;
  const isComing = rotation.letters.some((letter) => isInEras(letter) || isOpenLetter(letter));
  const lost = rotation.letters.find(
    ({ status }) => status === 'declined' || status === 'not-progressing',
  );
  if (lost && !isComing) {
    return [
      {
        ...base,
        level: 'red',
        since: lost.since,
        owner: 'applicant',
        words: () => ({
          reason:
            lost.status === 'declined'
              ? `${lost.writer} declined the letter from ${rotation.host}, and no other is asked for`
              : `The letter of ${lost.writer} from ${rotation.host} is not progressing`,
          action: 'line up another writer from that rotation',
          data: rotation.letters.map((letter) => letterWords(letter, rotation)),
        }),
      },
    ];
  }
  return rotation.letters.flatMap((letter): Finding[] => {
    if (letter.status !== 'asked') return [];
    const found = levelFrom(today, { amber: days.plus(letter.since, thresholds.writerSilentDays) });
    return found
      ? [
          {
            ...base,
            ...found,
            owner: 'writer',
            words: () => ({
              reason: silence(letter, today),
              action: 'have the applicant ask in person',
              data: [letterWords(letter, rotation)],
            }),
          },
        ]
      : [];
  });
}

function silence(letter: SummaryLetter, today: Day): string {
  const days = daysBetween(letter.since, today);
  return letter.status === 'asked'
    ? `${letter.writer} has not answered for ${days} days`
    : `the letter of ${letter.writer} is ${LETTER_STATUS_WORDS[letter.status]} for ${days} days`;
}

interface Sourced {
  readonly letter: SummaryLetter;
  /** Absent for a letter that no rotation gave. */
  readonly rotation?: SummaryRotation;
}

function letterWords(letter: SummaryLetter, rotation?: SummaryRotation): string {
  const from = rotation ? `${letter.writer}, ${rotation.host}` : letter.writer;
  return `${from}: ${LETTER_STATUS_WORDS[letter.status]} since ${phraseDay(letter.since)}`;
}

function isFromUsIr({ rotation, letter }: Sourced): boolean {
  return rotation !== undefined && isIrInUs(rotation) && letter.specialty === 'ir';
}
