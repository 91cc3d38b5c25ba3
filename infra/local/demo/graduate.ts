/** The graduate: hands-on electives are closed to her, observerships are not. */
import { added, atHost, type Character, fourWeeks, told } from './story.ts';

export const carol: Character = (start) => {
  const dates = fourWeeks(start, 70);
  const observing = { mode: 'observer', route: 'observership' } as const;
  return {
    id: 'carol',
    situation: 'A graduate: hands-on electives are closed to her, so she observes.',
    profile: {
      name: 'Carol Nwosu',
      address: 'carol@example.org',
      zone: 'America/Chicago',
      matchYear: start.nextMatch,
      enrollment: 'graduate',
      graduationOn: start.day(-500),
      pathway: 'dr-esir',
      entry: 'in-us',
    },
    story: [
      added(60, 'miami', atHost('miami', dates, observing)),
      told(50, { type: 'chosen', rotationId: 'miami', dates }),
      told(21, { type: 'applied', rotationId: 'miami' }),
      added(8, 'bidmc', atHost('bidmc', fourWeeks(start, 160), observing)),
    ],
  };
};
