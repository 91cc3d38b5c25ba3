/** What must be said about the plan as a whole and of its season (facts.md, section 1; G1, G7, G8, G11, G17, and G20). */
import { type Day, plusDays } from '#shared/base/time/day.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import type { Owed } from './owed.ts';
import { nameOf } from './reading.ts';
import { guideDays } from './season-by-hand.ts';
import { isComing, isOpen, type Situation } from './situation.ts';

export function owedOfPlan(situation: Situation): Owed[] {
  return [...ofClosed(situation), ...ofNews(situation), ...ofGuide(situation)];
}

/** Nobody closed it, so its person may not know. */
function ofClosed({ facts, reported }: Situation): Owed[] {
  return facts.rotations.flatMap((rotation): Owed[] => {
    const { id, closed } = rotation;
    if (closed?.reason !== 'offer-expired') return [];
    const on = closed.at.slice(0, 10) as Day;
    // Who was on its page in the two days before has seen how it stands (features.md, section 4).
    const last = reported.get(id);
    if (last && last >= plusDays(on, -2)) return [];
    return [
      {
        key: `the offer that ended, ${id}`,
        from: on,
        by: plusDays(on, 5),
        noticeDays: 4,
        says: /\bclosed\b|\bended without an answer\b/i,
        names: [nameOf(rotation)],
        topic: 'applications',
        state: closed.at,
      },
    ];
  });
}

/** A day of the season that was published again is given as it is now. */
function ofNews({ season, reviewMovedOn }: Situation): Owed[] {
  if (!reviewMovedOn) return [];
  return [
    {
      key: 'the review that moved',
      from: reviewMovedOn,
      by: plusDays(reviewMovedOn, 4),
      noticeDays: 4,
      says: /\breview\b/i,
      day: season.review,
      state: reviewMovedOn,
    },
  ];
}

function ofGuide({ facts, season, today }: Situation): Owed[] {
  const { earlyRotation, targetsBy } = guideDays(season);
  const { rotations } = facts;
  const open = rotations.filter(isOpen);
  const hasIrLetter = open.some(({ letters }) =>
    letters.some((letter) => letter.writer.specialty === 'ir' && isComing(letter)),
  );
  const hasOtherLetter = [{ mode: 'research', letters: facts.letters ?? [] }, ...open].some(
    ({ mode, letters }) =>
      letters.some(
        (letter) => isComing(letter) && (mode === 'research' || letter.writer.specialty !== 'ir'),
      ),
  );
  const shared = {
    topic: 'season',
    state: JSON.stringify(open.map(({ id, dates, stage }) => [id, dates, stage])),
  } as const;
  const rows: (Owed | false)[] = [
    // G8
    !rotations.some(isIrOrDr) && {
      ...shared,
      key: 'an early rotation',
      from: plusDays(earlyRotation, -120),
      by: earlyRotation,
      noticeDays: 30,
      says: /\bearly IR or DR rotation\b|\bearly rotation\b/i,
      day: earlyRotation,
    },
    // G7: what comes before any rotation.
    rotations.length === 0 && {
      ...shared,
      key: 'the list of target programs',
      from: plusDays(targetsBy, -180),
      by: targetsBy,
      noticeDays: 45,
      says: /\btarget programs\b/i,
      day: targetsBy,
    },
    // G1
    rotations.length > 0 &&
      !rotations.some(
        (each) =>
          each.specialty === 'ir' &&
          each.country === 'US' &&
          isClinical(each) &&
          (isOpen(each) || tookPlace(each)),
      ) && {
        ...shared,
        key: 'an IR rotation in the US',
        from: plusDays(targetsBy, -180),
        by: plusDays(targetsBy, 7),
        noticeDays: 45,
        says: /\bIR rotation in the US\b/i,
      },
    // G17
    !hasIrLetter && {
      ...shared,
      key: 'a letter by IR faculty',
      from: plusDays(season.submit, -90),
      by: season.review,
      noticeDays: 45,
      says: /\bletter from IR faculty\b|\bIR letter\b/i,
      topic: 'letters',
    },
    // G17b: one letter is not two.
    !hasOtherLetter && {
      ...shared,
      key: 'a letter from outside IR',
      from: plusDays(season.submit, -100),
      by: season.review,
      noticeDays: 45,
      says: /\bletter from outside IR\b/i,
      topic: 'letters',
    },
    // G11, section 0 (8)
    !facts.erasSubmittedOn && {
      ...shared,
      key: 'the ERAS application',
      from: plusDays(season.submit, -30),
      by: plusDays(season.review, -1),
      noticeDays: 20,
      says: /\bERAS\b/,
      state: '',
    },
    // G20
    rotations.some(isSeen) &&
      (facts.storyCount ?? facts.stories?.length ?? 0) < 2 && {
        ...shared,
        key: 'stories for interviews',
        from: season.review,
        by: plusDays(season.review, 35),
        noticeDays: 30,
        says: /\bstories\b/i,
        state: '',
      },
  ];
  return rows.filter((row) => row !== false).filter(({ by }) => plusDays(today, -60) < by);
}

function isIrOrDr(rotation: Rotation): boolean {
  return isClinical(rotation) && (rotation.specialty === 'ir' || rotation.specialty === 'dr');
}

/** A research stay is no clinical experience. */
function isClinical({ mode }: Rotation): boolean {
  return mode !== 'research';
}

/** It closed after its last day: a host that grants no letters, or a letter that was assigned. */
function tookPlace({ closed }: Rotation): boolean {
  return closed?.reason === 'complete' || closed?.reason === 'finished-without-letter';
}

/** There are patients to tell of. */
function isSeen(rotation: Rotation): boolean {
  const { stage } = rotation;
  const isBegun = stage === 'rotate' || stage === 'request-letter' || stage === 'letter-received';
  return isBegun && isClinical(rotation);
}
