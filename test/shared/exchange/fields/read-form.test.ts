import { describe, expect, test } from 'vitest';
import { readForm } from '#shared/exchange/fields/read-form.ts';

type Fields = Record<string, string>;

const ENVELOPE = { update: 'u1', revision: '3' };

function read(fields: Fields, rotationId: string | undefined = 'r1') {
  return readForm(Object.entries({ ...ENVELOPE, ...fields }), rotationId);
}

function readOnPlan(fields: Fields) {
  return readForm(Object.entries({ ...ENVELOPE, ...fields }));
}

function errorsOf(reading: ReturnType<typeof read>): string[] {
  return reading.ok ? [] : reading.failure.errors.map(({ message }) => message);
}

describe('a form of these pages', () => {
  test('becomes the event it reports, of the page’s own rotation', () => {
    const reading = read({
      type: 'applied',
      'dates.start': '2027-07-05',
      'dates.end': '2027-07-30',
    });
    expect(reading).toEqual({
      ok: true,
      value: {
        id: 'u1',
        revision: 3,
        event: {
          type: 'applied',
          rotationId: 'r1',
          dates: { start: '2027-07-05', end: '2027-07-30' },
        },
      },
    });
  });

  test('with optional fields left empty has none of them', () => {
    const reading = read({ type: 'offered', expiresOn: '' });
    expect(reading.ok && reading.value.event).toEqual({ type: 'offered', rotationId: 'r1' });
  });

  test('names a writer, trimmed and in lower case', () => {
    const reading = read({
      type: 'letter-asked',
      'writer.name': ' Dr. Chen ',
      'writer.address': 'Chen@Example.org ',
      'writer.specialty': 'ir',
    });
    expect(reading.ok && reading.value.event).toMatchObject({
      writer: { name: 'Dr. Chen', address: 'chen@example.org', specialty: 'ir' },
    });
  });

  test('adds a rotation from the plan page', () => {
    const reading = readOnPlan({
      type: 'rotation-added',
      'rotation.host.name': 'Brown',
      'rotation.specialty': 'ir',
      'rotation.mode': 'hands-on',
      'rotation.route': 'vslo',
      'rotation.country': 'US',
      'rotation.dates.start': '',
      'rotation.dates.end': '',
      'rotation.windowClosesOn': '',
    });
    expect(reading.ok && reading.value.event).toEqual({
      type: 'rotation-added',
      rotation: {
        host: { name: 'Brown' },
        specialty: 'ir',
        mode: 'hands-on',
        route: 'vslo',
        country: 'US',
      },
    });
  });

  test.each(['r1', undefined])('takes back the last update on either page', (rotationId) => {
    expect(read({ type: 'undone' }, rotationId).ok).toBe(true);
  });
});

describe('a field filled in wrongly is named in plain words', () => {
  test('a date that no calendar has', () => {
    const reading = read({
      type: 'dates-changed',
      'dates.start': '2027-02-30',
      'dates.end': '2027-03-30',
    });
    expect(errorsOf(reading)).toEqual(['First day is not a calendar day written YYYY-MM-DD.']);
  });

  test('a date left out', () => {
    const reading = read({ type: 'dates-changed', 'dates.start': '2027-02-20', 'dates.end': '' });
    expect(errorsOf(reading)).toEqual(['Last day is missing.']);
  });

  test('dates the wrong way round', () => {
    const reading = read({
      type: 'dates-changed',
      'dates.start': '2027-07-30',
      'dates.end': '2027-07-05',
    });
    expect(errorsOf(reading)).toEqual(['Last day is before the first day.']);
  });

  test('nothing chosen', () => {
    expect(errorsOf(read({ type: 'feedback-given', mood: '' }))).toEqual(['Feedback is missing.']);
  });

  test('dates left out where they are needed: both are named', () => {
    expect(errorsOf(read({ type: 'dates-changed', 'dates.start': ' ', 'dates.end': '' }))).toEqual([
      'First day is missing.',
      'Last day is missing.',
    ]);
  });

  test('a choice that was not offered', () => {
    expect(errorsOf(read({ type: 'feedback-given', mood: 'bad' }))).toEqual([
      'Feedback is not one of the choices.',
    ]);
  });

  test('a zone that does not exist', () => {
    expect(errorsOf(readOnPlan({ type: 'zone-changed', zone: 'Asia/Calcuta' }))).toEqual([
      'Time zone must be a city and its country, such as “Kolkata, India”, or an IANA name, such as Asia/Kolkata.',
    ]);
  });

  test('a writer without a name and with half an address: both are named', () => {
    const reading = read({
      type: 'letter-asked',
      'writer.name': '',
      'writer.address': 'chen@',
      'writer.specialty': 'ir',
    });
    expect(errorsOf(reading)).toEqual([
      'Writer’s name is missing.',
      'Writer’s email address must look like name@example.org.',
    ]);
  });

  test('and what was entered is kept', () => {
    const reading = read({ type: 'offered', expiresOn: 'soon' });
    expect(!reading.ok && reading.failure).toMatchObject({
      fault: 'invalid',
      values: { expiresOn: 'soon' },
    });
  });
});

describe('what no form of these pages sends is malformed', () => {
  const malformed = (reading: ReturnType<typeof read>) => !reading.ok && reading.failure.fault;

  test('an unknown field, which is named', () => {
    const reading = read({ type: 'applied', 'rotation.stage': 'closed' });
    expect(malformed(reading)).toBe('malformed');
    expect(errorsOf(reading)).toEqual(['“rotation.stage” is not a field of this form.']);
  });

  test('another rotation than the page’s', () => {
    expect(errorsOf(read({ type: 'applied', rotationId: 'r2' }))).toEqual([
      'The rotation is not a field of this form.',
    ]);
  });

  test.each(['constructor', '__proto__', 'toString'])('a field called %s', (name) => {
    const reading = readForm(
      [...Object.entries({ ...ENVELOPE, type: 'applied' }), [name, 'x']],
      'r1',
    );
    expect(malformed(reading)).toBe('malformed');
  });

  test('an unknown kind of update', () => {
    expect(malformed(read({ type: 'promoted' }))).toBe('malformed');
  });

  test('an event of the plan on a rotation’s page, and the other way round', () => {
    expect(malformed(read({ type: 'zone-changed', zone: 'Asia/Kolkata' }))).toBe('malformed');
    expect(malformed(readOnPlan({ type: 'applied' }))).toBe('malformed');
  });

  test('a field sent twice', () => {
    const entries = Object.entries({ ...ENVELOPE, type: 'offered', expiresOn: '2027-01-01' });
    const reading = readForm([...entries, ['expiresOn', '2028-01-01']], 'r1');
    expect(errorsOf(reading)).toEqual(['Expiry date was sent twice.']);
  });

  test.each([
    ['no update id', { update: '' }],
    ['an update id with a line break', { update: 'a\nb' }],
    ['no revision', { revision: '' }],
    ['a revision that is no number', { revision: '1e3' }],
  ])('%s', (_, fields) => {
    expect(malformed(read({ type: 'applied', ...fields }))).toBe('malformed');
  });

  test('an empty body', () => {
    const reading = readForm([], 'r1');
    expect(errorsOf(reading)).toEqual(['The kind of update is missing.']);
  });
});
