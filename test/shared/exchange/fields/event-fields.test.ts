import { describe, expect, test } from 'vitest';
import {
  eventFields,
  eventValueOf,
  everyEventType,
  everyFieldName,
  fieldNamesOf,
  neededGroups,
} from '#shared/exchange/fields/event-fields.ts';

const kindsOf = (type: string) =>
  Object.fromEntries(eventFields(type).map(({ name, kind }) => [name, kind]));

describe('the fields of an event follow from its schema', () => {
  test('their names, groups inside groups spelled out', () => {
    expect(fieldNamesOf('experience-added')).toEqual([
      'experience.title',
      'experience.place',
      'experience.country',
      'experience.specialty',
      'experience.mode',
      'experience.dates.start',
      'experience.dates.end',
    ]);
    expect(fieldNamesOf('canceled-by-host')).toEqual([]);
  });

  test('without the rotation, which the page or the message names, but with that of a cost', () => {
    expect(fieldNamesOf('talk-held')).toEqual(['on']);
    expect(fieldNamesOf('letter-agreed')).toEqual(['letterId']);
    expect(fieldNamesOf('cost-entered')).toContain('cost.rotationId');
  });

  test('what each asks for', () => {
    expect(kindsOf('cases-counted')).toEqual({
      on: 'day',
      procedure: 'line',
      role: 'choice',
      count: 'number',
    });
    expect(kindsOf('packet-entered')).toEqual({ item: 'choice', text: 'text', url: 'url' });
    expect(kindsOf('letter-contact')).toMatchObject({ agreedInPerson: 'tick', address: 'address' });
    expect(kindsOf('profile-changed')).toMatchObject({
      'profile.schoolInVslo': 'yes-no',
      'profile.entry': 'choice',
    });
    expect(kindsOf('task-given')).toMatchObject({ title: 'note' });
  });

  test('bounds, choices, and which are needed', () => {
    expect(eventFields('cost-entered').filter(({ name }) => name !== 'costId')).toMatchObject([
      { name: 'cost.rotationId', required: false },
      { name: 'cost.kind', required: true, values: expect.arrayContaining(['visa', 'housing']) },
      { name: 'cost.amountUsd', required: true, least: 0, most: 100_000 },
      { name: 'cost.state', required: true, values: ['planned', 'paid'] },
      { name: 'cost.on', required: false },
      { name: 'cost.note', required: false },
    ]);
    expect(eventFields('email-hours-set').find(({ name }) => name === 'hour')?.values).toEqual(
      expect.arrayContaining(['08:00', '19:00', 'morning']),
    );
    const yesNo = eventFields('profile-changed').filter(({ kind }) => kind === 'yes-no');
    expect(yesNo.map(({ values }) => values)).toEqual(Array(2).fill(['yes', 'no']));
  });

  test('the groups it cannot do without, and none that it can', () => {
    expect(neededGroups('rotation-added')).toEqual(['rotation', 'rotation.host']);
    expect(neededGroups('dates-changed')).toEqual(['dates']);
    expect(neededGroups('applied')).toEqual([]);
    expect(eventFields('applied').some(({ required }) => required)).toBe(false);
  });

  test('what their text becomes', () => {
    expect(eventValueOf('cases-counted', 'count', '3')).toBe(3);
    expect(eventValueOf('cases-counted', 'count', 'three')).toBe('three');
    expect(eventValueOf('talk-held', 'count', '3')).toBe('3');
    expect(eventValueOf('profile-changed', 'profile.schoolInVslo', 'no')).toBe(false);
    expect(eventValueOf('profile-changed', 'profile.schoolInVslo', 'maybe')).toBe('maybe');
    expect(eventValueOf('mentor-named', 'mentor', 'yes')).toBe('yes');
  });
});

describe('what no form may send', () => {
  test('has no fields: a writer’s word, a sheet’s, a word that is no event', () => {
    for (const type of ['letter-promised', 'rotation-taken-over', 'promoted', 'constructor'])
      expect(fieldNamesOf(type)).toBeUndefined();
    expect(everyEventType()).not.toContain('letter-handed-over');
  });

  test('is no field: what we say ourselves', () => {
    expect(fieldNamesOf('case-opened')).not.toContain('codes');
    expect(eventFields('letter-handed-over').map(({ name }) => name)).toEqual([
      'letterId',
      'coordinator.name',
      'coordinator.address',
    ]);
    expect([...everyFieldName()].filter((name) => /^(type|rotationId)$/.test(name))).toEqual([]);
  });
});
