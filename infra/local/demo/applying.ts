/** Those who are still applying. */
import { acceptedAfter, added, atHost, type Character, cleared, fourWeeks, told } from './story.ts';

export const alice: Character = (start) => {
  const spring = fourWeeks(start, 110);
  const summer = fourWeeks(start, 230);
  return {
    id: 'alice',
    situation:
      'On track: one rotation accepted, half its documents cleared, a second one applied for.',
    profile: {
      name: 'Alice Mathew',
      address: 'alice@example.org',
      zone: 'Europe/Dublin',
      matchYear: start.nextMatch,
      enrollment: 'enrolled',
      pathway: 'integrated-ir',
      entry: 'waiver',
    },
    story: [
      added(150, 'uab', atHost('uab', spring)),
      ...acceptedAfter(90, 'uab', spring),
      ...cleared(30, 'uab', ['mmr', 'varicella', 'hepatitis-b', 'health-insurance']),
      added(70, 'yale', atHost('yale', summer, { route: 'vslo' })),
      told(60, { type: 'chosen', rotationId: 'yale', dates: summer }),
      told(5, { type: 'applied', rotationId: 'yale' }),
    ],
  };
};

export const bob: Character = (start) => ({
  id: 'bob',
  situation:
    'Late starter: joined this week, wants to rotate in three months, has applied nowhere.',
  profile: {
    name: 'Bob Owusu',
    address: 'bob@example.org',
    zone: 'Africa/Accra',
    matchYear: start.nextMatch,
    enrollment: 'enrolled',
    pathway: 'integrated-ir',
    entry: 'visa',
  },
  story: [
    added(4, 'jefferson', atHost('jefferson', fourWeeks(start, 95))),
    added(4, 'northwestern', atHost('northwestern', fourWeeks(start, 130))),
  ],
});

export const hana: Character = (start) => {
  const dates = fourWeeks(start, 120);
  return {
    id: 'hana',
    situation:
      'In Auckland, where every deadline falls on the next day: waitlisted, nothing to do but wait.',
    profile: {
      name: 'Hana Ngata',
      address: 'hana@example.org',
      zone: 'Pacific/Auckland',
      matchYear: start.nextMatch,
      enrollment: 'enrolled',
      pathway: 'dr-esir',
    },
    story: [
      added(130, 'mayo', atHost('mayo', dates, { route: 'vslo' })),
      told(120, { type: 'chosen', rotationId: 'mayo', dates }),
      told(110, { type: 'applied', rotationId: 'mayo' }),
      told(90, { type: 'waitlisted', rotationId: 'mayo' }),
    ],
  };
};

export const ivan: Character = (start) => {
  const dates = fourWeeks(start, 100);
  return {
    id: 'ivan',
    situation: 'Holds an offer that expires in four days.',
    profile: {
      name: 'Ivan Petrov',
      address: 'ivan@example.org',
      zone: 'Europe/Sofia',
      matchYear: start.nextMatch,
      enrollment: 'enrolled',
      pathway: 'integrated-ir',
      entry: 'visa',
    },
    story: [
      added(80, 'pitt', atHost('pitt', dates, { route: 'vslo' })),
      told(70, { type: 'chosen', rotationId: 'pitt', dates }),
      told(55, { type: 'applied', rotationId: 'pitt' }),
      told(2, { type: 'offered', rotationId: 'pitt', expiresOn: start.day(4) }),
    ],
  };
};
