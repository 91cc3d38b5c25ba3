import { describe, expect, test } from 'vitest';
import type { Instant } from '#shared/base/time/instant.ts';
import { acceptedEvents } from '#shared/plan/facts/stages.ts';
import { rotationForms } from '#shared/views/forms/rotation-forms.ts';
import { rotationPage } from '#shared/views/pages/rotation-page.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import {
  acceptedAtBrown,
  BROWN,
  cleared,
  letter,
  midwayAtBrown,
  NOVEMBER,
  type Story,
  storyOf,
} from '../../plan/moves/stories.ts';
import { viewOfStory } from './page-views.ts';

const asked = midwayAtBrown().report('2027-07-20T15:00:00.000Z', {
  type: 'letter-asked',
  rotationId: 'r1',
  writer: { name: 'Dr. Chen', specialty: 'ir' },
});
const letterId = asked.rotation.letters[0]?.id ?? '';
const promised = asked.report('2027-07-21T15:00:00.000Z', letter('letter-agreed', letterId));
const uploaded = promised.report('2027-08-03T15:00:00.000Z', letter('letter-uploaded', letterId));

const STORIES: readonly [string, Story, Instant][] = [
  ['shortlisted', storyOf(), NOVEMBER],
  ['preparing', storyOf().report(NOVEMBER, { type: 'chosen', rotationId: 'r1' }), NOVEMBER],
  ['submitted', storyOf().report(NOVEMBER, { type: 'applied', rotationId: 'r1' }), NOVEMBER],
  [
    'waitlisted',
    storyOf()
      .report(NOVEMBER, { type: 'applied', rotationId: 'r1' })
      .report(NOVEMBER, { type: 'waitlisted', rotationId: 'r1' }),
    NOVEMBER,
  ],
  [
    'offered',
    storyOf()
      .report(NOVEMBER, { type: 'applied', rotationId: 'r1' })
      .report(NOVEMBER, { type: 'offered', rotationId: 'r1' }),
    NOVEMBER,
  ],
  ['collecting', acceptedAtBrown(), '2027-04-01T15:00:00.000Z'],
  ['upcoming', cleared(acceptedAtBrown(), '2027-05-01T15:00:00.000Z'), '2027-05-02T15:00:00.000Z'],
  ['underway', promised, '2027-07-22T15:00:00.000Z'],
  ['waiting', promised.wait('2027-08-02T15:00:00.000Z'), '2027-08-02T15:00:00.000Z'],
  ['not-progressing', midwayAtBrown().wait('2027-10-02T15:00:00.000Z'), '2027-10-02T15:00:00.000Z'],
  ['to-assign', uploaded, '2027-08-04T15:00:00.000Z'],
  ['closed', storyOf().report(NOVEMBER, { type: 'withdrawn', rotationId: 'r1' }), NOVEMBER],
];

function formTypes({ rotation, facts }: Story, now: Instant): string[] {
  return rotationForms(rotation, facts, PUBLISHED_WORLD, now).map(({ type }) => type);
}

test('nobody is asked whether a rotation took place before its day', () => {
  const reported = cleared(acceptedAtBrown(), '2027-05-01T15:00:00.000Z');
  expect(formTypes(reported, '2027-07-05T03:00:00.000Z')).not.toContain('took-place');
  expect(formTypes(reported, '2027-07-05T05:00:00.000Z')).toContain('took-place');
});

describe.each(STORIES)('a rotation that is %s', (status, reported, now) => {
  const page = rotationPage(viewOfStory(reported, now), reported.rotation);

  test('stands where the story says', () => {
    expect(reported.rotation.status).toBe(status);
  });

  test('offers a form for everything the stage table accepts, and nothing else', () => {
    const offered = new Set(
      [...page.matchAll(/name="type" value="([a-z-]+)"/g)].map(([, type]) => type),
    );
    const forms = formTypes(reported, now);
    expect(offered).toEqual(new Set([...forms, 'rotation-corrected']));
    for (const type of forms) {
      expect(acceptedEvents(reported.rotation.stage, reported.rotation.status)).toContain(type);
    }
  });

  test('has a label for every field', () => {
    const inputs = [...page.matchAll(/<(?:input type="(?!hidden)|select)[^>]*?\bid="([^"]+)"/g)];
    for (const [, id] of inputs) expect(page).toContain(`<label for="${id}"`);
    expect(new Set(inputs.map(([, id]) => id)).size).toBe(inputs.length);
  });
});

describe('which form stands first', () => {
  const firstOpen = (page: string) =>
    page.match(/<details class="form" open>\s*<summary>(.*?)<\/summary>/)?.[1];

  test('the one that answers what is due', () => {
    const reported = storyOf({ ...BROWN, windowClosesOn: '2027-02-01' });
    expect(
      firstOpen(rotationPage(viewOfStory(reported, '2027-01-20T15:00:00.000Z'), reported.rotation)),
    ).toBe('I have applied');
  });

  test('the one that the link asked for', () => {
    const reported = acceptedAtBrown();
    const view = viewOfStory(reported, '2027-04-01T15:00:00.000Z');
    expect(firstOpen(rotationPage(view, reported.rotation, 'document-updated.tb'))).toBe('TB test');
  });

  test('an unknown one asks for nothing', () => {
    const reported = storyOf();
    const page = rotationPage(viewOfStory(reported, NOVEMBER), reported.rotation, '"><script>');
    expect(page).not.toContain('<script>');
    expect(firstOpen(page)).toBe('I will apply here');
  });

  test('after the last day whether it took place, and once that is answered a step of the letter', () => {
    const asked = promised.wait('2027-08-02T15:00:00.000Z');
    const at = '2027-08-02T15:00:00.000Z';
    expect(firstOpen(rotationPage(viewOfStory(asked, at), asked.rotation))).toBe(
      'Did it take place?',
    );
    const reported = asked.report(at, { type: 'took-place', rotationId: 'r1', happened: 'ended' });
    const page = rotationPage(viewOfStory(reported, at), reported.rotation);
    expect(firstOpen(page)).toBe('I sent the Letter Request Form');
  });
});

describe('what the page says', () => {
  test('before the writer is emailed, that the packet comes first, and the day of the first email', () => {
    const friday = '2027-07-23T15:00:00.000Z';
    const page = rotationPage(viewOfStory(promised, friday), promised.rotation);
    expect(page).toContain('Packet for your writer: 0 of 4 parts ready.');
    expect(page).toContain('the first email goes to the writer on Mon, Jul 26, 2027');
    const emailed = promised.report(friday, {
      type: 'letter-contact',
      rotationId: 'r1',
      letterId,
      agreedInPerson: 'yes',
      address: 'osei@example.org',
    });
    const after = rotationPage(viewOfStory(emailed, friday), emailed.rotation);
    expect(after).toContain('our first email goes to the writer on Mon, Jul 26, 2027');
    expect(after).not.toContain('Packet for your writer');
  });

  test('that a host grants no letters', () => {
    const reported = storyOf({ ...BROWN, host: { name: 'Stanford', institutionId: 'stanford' } });
    expect(rotationPage(viewOfStory(reported, NOVEMBER), reported.rotation)).toContain(
      'Stanford states that it provides no letters of recommendation.',
    );
  });

  test('that a test expires before the last day, and to renew it', () => {
    const reported = acceptedAtBrown().report('2027-04-01T15:00:00.000Z', {
      type: 'document-updated',
      rotationId: 'r1',
      kind: 'tb',
      status: 'submitted',
      issuedOn: '2026-07-01',
    });
    const page = rotationPage(viewOfStory(reported, '2027-04-02T15:00:00.000Z'), reported.rotation);
    expect(page).toMatch(
      /<summary>TB test<\/summary>[\s\S]*expires 29 days before the rotation ends/,
    );
    expect(page).toContain('renew it now');
  });

  test('why it is closed, and how it is reopened', () => {
    const reported = storyOf().report(NOVEMBER, { type: 'withdrawn', rotationId: 'r1' });
    const page = rotationPage(viewOfStory(reported, NOVEMBER), reported.rotation);
    expect(page).toContain('closed, withdrawn by you');
    const types = formTypes(reported, NOVEMBER);
    expect(types).toEqual(['reopened', 'offered']);
    expect(page).toMatch(/<option value="listed" selected>On my list/);
    expect(page).toContain('Reopen it');
  });
});
