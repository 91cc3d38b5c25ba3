/** The demo cohort: a dozen invented people at real hosts, each in a different situation. */
import { farah, george, lucia } from './after.ts';
import { alice, bob, carol, hana, ivan } from './applying.ts';
import {
  acceptedAfter,
  added,
  allCleared,
  atHost,
  type Character,
  cleared,
  fourWeeks,
  reported,
  student,
} from './story.ts';

export const DEMO_COHORT = 'demo';

const deepa: Character = (start) => {
  const dates = fourWeeks(start, 75);
  return {
    id: 'deepa',
    situation: 'In Kolkata: accepted, but the consulate has no visa appointment for seven months.',
    profile: student('Deepa Raman', 'deepa@example.org', 'Asia/Kolkata', start.nextMatch, {
      entry: 'visa',
      visaWaitDays: 210,
    }),
    story: [
      added(160, 'uab', atHost('uab', dates)),
      ...acceptedAfter(70, 'uab', dates),
      ...cleared(20, 'uab', ['mmr', 'varicella', 'hepatitis-b']),
    ],
  };
};

const emeka: Character = (start) => {
  const dates = fourWeeks(start, 24);
  return {
    id: 'emeka',
    situation:
      'A US citizen at a Caribbean school, with a TB test that expires a week before his rotation ends.',
    profile: student('Emeka Obi', 'emeka@example.org', 'America/Grenada', start.nextMatch, {
      entry: 'citizen',
      school: 'St. George’s University',
    }),
    story: [
      added(140, 'rutgers', atHost('rutgers-njms', dates)),
      ...acceptedAfter(80, 'rutgers', dates),
      reported(40, {
        type: 'document-updated',
        rotationId: 'rutgers',
        kind: 'tb',
        status: 'submitted',
        issuedOn: start.day(-300),
        expiresOn: start.day(43),
      }),
      ...cleared(25, 'rutgers', ['mmr', 'varicella', 'background-check']),
    ],
  };
};

const julia: Character = (start) => {
  const dates = fourWeeks(start, -13);
  return {
    id: 'julia',
    situation: 'Halfway through her rotation: time to ask for feedback, and then for a letter.',
    profile: student('Julia Fernández', 'julia@example.org', 'America/Bogota', start.nextMatch),
    story: [
      added(170, 'wake-forest', atHost('wake-forest', dates)),
      ...acceptedAfter(100, 'wake-forest', dates),
      ...allCleared(50, 'wake-forest', dates),
    ],
  };
};

const kenji: Character = (start) => {
  const dates = fourWeeks(start, -20);
  return {
    id: 'kenji',
    situation:
      'At Stanford, which grants no letters, so his plan never asks for one there. Email to him bounces.',
    bounces: true,
    profile: student('Kenji Mori', 'kenji@example.org', 'Asia/Tokyo', start.nextMatch),
    story: [
      added(180, 'stanford', atHost('stanford', dates)),
      ...acceptedAfter(110, 'stanford', dates),
      ...allCleared(60, 'stanford', dates),
      reported(6, { type: 'feedback-given', rotationId: 'stanford', mood: 'positive' }),
    ],
  };
};

export const CAST: readonly Character[] = [
  alice,
  bob,
  carol,
  deepa,
  emeka,
  farah,
  george,
  hana,
  ivan,
  julia,
  kenji,
  lucia,
];
