/** The people who are still applying. */
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

export const alice: Character = (start) => {
  const spring = fourWeeks(start, 110);
  const summer = fourWeeks(start, 230);
  return {
    id: 'alice',
    situation:
      'On track: one rotation accepted with half its documents cleared, and a second one applied for.',
    profile: student('Alice Mathew', 'alice@example.org', 'Europe/Dublin', start.nextMatch, {
      entry: 'waiver',
      schoolInVslo: true,
    }),
    story: [
      added(150, 'uab', atHost('uab', spring)),
      ...acceptedAfter(90, 'uab', spring),
      ...cleared(30, 'uab', ['mmr', 'varicella', 'hepatitis-b', 'health-insurance']),
      added(70, 'yale', atHost('yale', summer, { route: 'vslo' })),
      reported(60, { type: 'chosen', rotationId: 'yale', dates: summer }),
      reported(5, { type: 'applied', rotationId: 'yale' }),
    ],
  };
};

export const bob: Character = (start) => ({
  id: 'bob',
  situation:
    'A late starter: joined this week, wants to rotate in three months, and has not applied anywhere.',
  profile: student('Bob Owusu', 'bob@example.org', 'Africa/Accra', start.nextMatch, {
    entry: 'visa',
  }),
  story: [
    added(4, 'upmc', atHost('upmc', fourWeeks(start, 95))),
    added(4, 'stanford', atHost('stanford', fourWeeks(start, 130))),
  ],
});

export const hana: Character = (start) => {
  const dates = fourWeeks(start, 120);
  return {
    id: 'hana',
    situation:
      'In Auckland, where every deadline falls on the next day: waitlisted, with nothing to do but wait.',
    profile: student('Hana Ngata', 'hana@example.org', 'Pacific/Auckland', start.nextMatch, {
      pathway: 'dr-esir',
      schoolInVslo: true,
    }),
    story: [
      added(130, 'mayo', atHost('mayo', dates, { route: 'vslo' })),
      reported(120, { type: 'chosen', rotationId: 'mayo', dates }),
      reported(110, { type: 'applied', rotationId: 'mayo' }),
      reported(90, { type: 'waitlisted', rotationId: 'mayo' }),
    ],
  };
};

export const ivan: Character = (start) => {
  const dates = fourWeeks(start, 100);
  return {
    id: 'ivan',
    situation: 'Holds an offer that expires in four days.',
    profile: student('Ivan Petrov', 'ivan@example.org', 'Europe/Sofia', start.nextMatch, {
      entry: 'visa',
    }),
    story: [
      added(80, 'pitt', atHost('pitt', dates)),
      reported(70, { type: 'chosen', rotationId: 'pitt', dates }),
      reported(55, { type: 'applied', rotationId: 'pitt' }),
      reported(2, { type: 'offered', rotationId: 'pitt', expiresOn: start.day(4) }),
    ],
  };
};

export const carol: Character = (start) => {
  const dates = fourWeeks(start, 70);
  const observing = { mode: 'observer', route: 'observership' } as const;
  return {
    id: 'carol',
    situation: 'A graduate: hands-on electives are closed to her, so she observes.',
    profile: student('Carol Nwosu', 'carol@example.org', 'America/Chicago', start.nextMatch, {
      enrollment: 'graduate',
      graduationOn: start.day(-500),
      pathway: 'dr-esir',
      entry: 'in-us',
    }),
    story: [
      added(60, 'miami', atHost('miami', dates, observing)),
      reported(50, { type: 'chosen', rotationId: 'miami', dates }),
      reported(21, { type: 'applied', rotationId: 'miami' }),
      added(8, 'usf', atHost('usf-health-img-observership', fourWeeks(start, 160), observing)),
    ],
  };
};
