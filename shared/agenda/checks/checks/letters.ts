import { phraseDay } from '#shared/base/time/phrase.ts';
import {
  isInEras,
  isOpen,
  type Letter,
  PACKET_ITEMS,
  type PacketItem,
} from '#shared/plan/facts/letter.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { letterDueDay } from '#shared/plan/letters/due.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { onPlan } from '#shared/plan/rotation/on-plan.ts';
import { provenanceOf } from '#shared/world/programs/institution.ts';
import { phraseSource } from '#shared/world/source-words.ts';
import { type Check, check } from '../check.ts';

interface Asked {
  readonly rotation: Rotation;
  readonly letter: Letter;
}

const PACKET_WORDS: Readonly<Record<PacketItem, string>> = {
  cv: 'a draft CV',
  'personal-statement': 'your personal statement, even an early one',
  'case-list': 'a short list of your cases and contributions',
  'img-note': 'a note that you are an IMG, with visa and graduation year',
};

/** G10b: an IR month deserves a letter that speaks of IR. What was asked for in words we never see. */
const irFocus = check<Asked>({
  id: 'G10b',
  subjects: ({ facts }) =>
    openLetters(facts.rotations.filter(({ specialty }) => specialty === 'ir')),
  subjectId: ({ rotation, letter }) => `${rotation.id}/${letter.id}`,
  finds: ({ rotation, letter }) =>
    letter.writer.specialty === 'ir'
      ? undefined
      : {
          severity: 'advice',
          says: `${letter.writer.name} is not from IR and writes about the ${nameOf(rotation)}.`,
          fix: 'Ask for a letter that speaks of your IR work, and ask somebody from IR too.',
        },
});

/** G16: four things for the writer, with the ask. */
const packet = check<Asked>({
  id: 'G16',
  subjects: ({ facts }) => openLetters(facts.rotations),
  subjectId: ({ rotation, letter }) => `${rotation.id}/${letter.id}`,
  finds: ({ letter }) => {
    const missing = PACKET_ITEMS.filter((item) => !letter.packet?.includes(item));
    if (missing.length === 0) return undefined;
    const list = missing.map((item) => PACKET_WORDS[item]).join('; ');
    return letter.packet
      ? {
          severity: 'advice',
          says: `${letter.writer.name} still lacks: ${list}.`,
          fix: 'Send what is missing.',
        }
      : {
          severity: 'reference',
          says: `Not known what ${letter.writer.name} was given.`,
          fix: `Hand over ${list}.`,
        };
  },
});

/** Ours, from hosts' pages: a strong site may give no letter, and then never counts for one. */
const hostLetters = check<Rotation>({
  id: 'host-letters',
  subjects: ({ facts, world }) =>
    onPlan(facts).filter(
      ({ host, mode }) => world.host(host.institutionId, mode)?.grantsLetters !== undefined,
    ),
  subjectId: ({ id }) => id,
  finds: (rotation, { world }) => {
    const host = world.host(rotation.host.institutionId, rotation.mode);
    if (host?.grantsLetters !== false) return undefined;
    return {
      severity: 'warning',
      says: `${rotation.host.name} grants no letters of recommendation: this month cannot bring one.`,
      fix: 'Go there for the experience, and plan the letter at another site.',
      source: phraseSource(provenanceOf(host, 'grantsLetters')),
    };
  },
});

/** Ours, from the dates: whether a letter of this month can be there when programs begin to review. */
const letterInTime = check<Rotation>({
  id: 'letter-in-time',
  subjects: ({ facts, world }) =>
    onPlan(facts).filter(
      ({ dates, stage, letters, host, mode }) =>
        dates !== undefined &&
        stage !== 'closed' &&
        world.host(host.institutionId, mode)?.grantsLetters !== false &&
        !letters.some(isInEras),
    ),
  subjectId: ({ id }) => id,
  finds: (rotation, { season }) => {
    const review = season.dates['programs-review-opens'];
    if (!rotation.dates || !review) return undefined;
    const due = letterDueDay(rotation.dates, season);
    if (due <= review.day) return undefined;
    return {
      severity: 'advice',
      says: `The letter of the ${nameOf(rotation)} is due on ${phraseDay(due)}, after programs begin to review on ${phraseDay(review.day)}.`,
      fix: 'It can still be added later; plan your first letters from an earlier month.',
      source: phraseSource(review),
    };
  },
});

export const LETTER_CHECKS: readonly Check[] = [irFocus, packet, hostLetters, letterInTime];

function openLetters(rotations: readonly Rotation[]): Asked[] {
  return rotations.flatMap((rotation) =>
    rotation.stage === 'closed'
      ? []
      : rotation.letters.filter(isOpen).map((letter) => ({ rotation, letter })),
  );
}
