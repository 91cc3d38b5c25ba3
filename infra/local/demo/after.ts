/** The people whose rotation is over. */
import { OWN_LETTERS } from '#shared/plan/facts/letter.ts';
import {
  acceptedAfter,
  added,
  allCleared,
  asked,
  atHost,
  type Character,
  fourWeeks,
  reported,
  student,
} from './story.ts';

export const farah: Character = (start) => {
  const dates = fourWeeks(start, -40);
  return {
    id: 'farah',
    situation:
      'Finished her rotation; the letter writer she asked has declined, so she needs another.',
    profile: student('Farah Haddad', 'farah@example.org', 'Asia/Amman', start.presentMatch),
    story: [
      added(200, 'uab', atHost('uab', dates)),
      ...acceptedAfter(120, 'uab', dates),
      ...allCleared(80, 'uab', dates),
      reported(24, { type: 'feedback-given', rotationId: 'uab', mood: 'positive' }),
      asked(20, 'uab', 'farah-letter', { name: 'Dr. Ann Whitfield', specialty: 'ir' }),
      reported(3, { type: 'letter-declined', rotationId: 'uab', letterId: 'farah-letter' }),
    ],
  };
};

export const lucia: Character = (start) => {
  const dates = fourWeeks(start, -60);
  const letter = { rotationId: 'weill-cornell', letterId: 'lucia-letter' };
  const mentor = { rotationId: OWN_LETTERS, letterId: 'lucia-mentor' };
  return {
    id: 'lucia',
    situation:
      'Her letter is uploaded to ERAS but not yet assigned; her research mentor still owes another.',
    profile: student('Lucía Romano', 'lucia@example.org', 'Europe/Rome', start.presentMatch, {
      schoolInVslo: true,
    }),
    story: [
      added(220, 'weill-cornell', atHost('weill-cornell', dates, { route: 'vslo' })),
      ...acceptedAfter(140, 'weill-cornell', dates),
      ...allCleared(100, 'weill-cornell', dates),
      reported(45, { type: 'feedback-given', rotationId: 'weill-cornell', mood: 'positive' }),
      asked(40, 'weill-cornell', 'lucia-letter', { name: 'Dr. Paul Ngo', specialty: 'ir' }),
      reported(36, {
        type: 'letter-contact',
        ...letter,
        agreedInPerson: 'yes',
        address: 'ngo@example.org',
        seen: 'Eleven drainages, two nights on call, my talk on TIPS',
      }),
      reported(30, { type: 'letter-requested', ...letter, erasLetterId: 'DEMO1234' }),
      asked(20, OWN_LETTERS, 'lucia-mentor', { name: 'Dr. Helen Ito', specialty: 'research' }),
      reported(18, {
        type: 'letter-contact',
        ...mentor,
        agreedInPerson: 'yes',
        address: 'ito@example.org',
        seen: 'A year in the lab, the abstract on ablation margins',
      }),
      reported(10, { type: 'letter-requested', ...mentor, erasLetterId: 'DEMO5678' }),
      reported(2, { type: 'letter-uploaded', ...letter }),
    ],
  };
};

export const george: Character = (start) => {
  const dates = fourWeeks(start, 85);
  return {
    id: 'george',
    situation: 'Has withdrawn from his rotation and gets no more email about it.',
    profile: student('George Papadakis', 'george@example.org', 'Europe/Athens', start.nextMatch, {
      pathway: 'dr-esir',
    }),
    story: [
      added(90, 'upmc', atHost('upmc', dates)),
      reported(80, { type: 'chosen', rotationId: 'upmc', dates }),
      reported(70, { type: 'applied', rotationId: 'upmc' }),
      reported(12, { type: 'withdrawn', rotationId: 'upmc' }),
    ],
  };
};
