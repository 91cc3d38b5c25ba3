/** The people who are at their hosts. */
import {
  acceptedAfter,
  added,
  allCleared,
  atHost,
  type Character,
  fourWeeks,
  reported,
  student,
} from './story.ts';

export const julia: Character = (start) => {
  const dates = fourWeeks(start, -13);
  return {
    id: 'julia',
    situation: 'Halfway through her rotation: time to ask for feedback, and then for a letter.',
    profile: student('Julia Fernández', 'julia@example.org', 'America/Bogota', start.nextMatch),
    story: [
      added(170, 'wake-forest', atHost('wake-forest', dates)),
      ...acceptedAfter(100, 'wake-forest', dates),
      ...allCleared(50, 'wake-forest', 'wake-forest', dates),
    ],
  };
};

export const kenji: Character = (start) => {
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
      ...allCleared(60, 'stanford', 'stanford', dates),
      reported(6, { type: 'feedback-given', rotationId: 'stanford', mood: 'positive' }),
    ],
  };
};
