import { describe, expect, it } from 'vitest';
import {
  hostById,
  hostNamed,
  hosts,
  offeringById,
  readOfferings,
} from '#shared/world/hosts/hosts.ts';
import rows from '#shared/world/hosts/offerings.json' with { type: 'json' };

describe('the directory of hosts', () => {
  it('holds every offering under its host', () => {
    expect(hosts()).toHaveLength(92);
    expect(hosts().flatMap(({ offerings }) => offerings)).toHaveLength(139);
    expect(offeringById('yale-international-electives')?.hostId).toBe('yale');
  });

  it('finds a host by the id it had before offerings', () => {
    expect(hostById('pitt')?.id).toBe('upmc');
    expect(hostById('nowhere')).toBeUndefined();
  });

  it('closes radiology where the page is of one other department', () => {
    const other =
      /\b(?:orthop\w+|psychiatry|pediatrics?|med-peds|otolaryngology|department of medicine)\b/i;
    const ofOne = hosts()
      .flatMap(({ offerings }) => offerings)
      .filter(({ name }) => other.test(name));
    expect(ofOne.length).toBeGreaterThan(5);
    expect(ofOne.filter(({ radiology }) => radiology !== 'no').map(({ id }) => id)).toEqual([]);
  });

  it('was checked on no day that is still to come', () => {
    const today = new Date().toISOString().slice(0, 10);
    expect(rows.filter(({ checkedOn = '' }) => checkedOn > today)).toEqual([]);
  });
});

describe('a host as people write it', () => {
  it.each([
    ['MGH', 'massachusetts-general'],
    ['UPMC', 'upmc'],
    ['Hopkins', 'johns-hopkins'],
    ['Yale University', 'yale'],
    ['the univ. of nowhere', undefined],
  ])('%s is %s', (text, id) => {
    expect(hostNamed(text).host?.id).toBe(id);
  });

  it.each([
    ['Jhon Hopkins', ['johns-hopkins']],
    ['Stanfrod', ['stanford']],
    ['Mayo Clinic', ['mayo-clinic-arizona', 'mayo-clinic-jacksonville', 'mayo-clinic-rochester']],
    ['Duck', []],
  ])('%s could be %j, which is a question', (text, ids) => {
    const { host, near } = hostNamed(text);
    expect([host, near.map(({ id }) => id)]).toEqual([undefined, ids]);
  });
});

describe('a malformed row names file, line, and field', () => {
  const [first, second] = rows;

  it.each([
    [
      'an unknown enum',
      { mode: 'hands on' },
      'line 2: mode is not one of hands-on, observer, research, unclear',
    ],
    [
      'a source that is no address',
      { sources: ['the web page'] },
      'line 2: sources.0 is not an address',
    ],
    ['a column it does not know', { tuition_usd: '5' }, 'line 2: tuition_usd is not a known field'],
  ])('%s', (_, change, message) => {
    expect(() => readOfferings([{ ...first, ...change }])).toThrow(
      `shared/world/hosts/offerings.json ${message}`,
    );
  });

  it('two offerings of one id', () => {
    expect(() => readOfferings([first, second, first])).toThrow(`line 4: id ${first?.id}`);
  });
});
