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
      added(160, 'weill-cornell', atHost('weill-cornell', dates, { route: 'vslo' })),
      ...acceptedAfter(70, 'weill-cornell', dates),
      ...cleared(20, 'weill-cornell', ['mmr', 'varicella', 'hepatitis-b']),
    ],
  };
};

export const emeka: Character = (start) => {
  const dates = fourWeeks(start, 24);
  return {
    id: 'emeka',
    situation: 'Has a TB test that expires a week before his rotation ends.',
    profile: student('Emeka Obi', 'emeka@example.org', 'Africa/Lagos', start.nextMatch, {
      entry: 'citizen',
    }),
    story: [
      added(140, 'johns-hopkins', atHost('johns-hopkins', dates)),
      ...acceptedAfter(80, 'johns-hopkins', dates),
      reported(40, {
        type: 'document-updated',
        rotationId: 'johns-hopkins',
        kind: 'tb',
        status: 'submitted',
        issuedOn: start.day(-300),
        expiresOn: start.day(43),
      }),
      ...cleared(25, 'johns-hopkins', ['mmr', 'varicella', 'background-check', 'english']),
    ],
  };
};
