/** The people who are accepted and collect their documents. */
import {
  acceptedAfter,
  added,
  atHost,
  type Character,
  cleared,
  fourWeeks,
  reported,
  student,
} from './story.ts';

export const deepa: Character = (start) => {
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

export const emeka: Character = (start) => {
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
