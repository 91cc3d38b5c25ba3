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

test('a mentor and a talk are asked for while the days run, and not once they are over', () => {
  const pageAt = (story: Story, now: Instant) =>
    rotationPage(viewOfStory(story, now), story.rotation);
  const [during, after] = ['2027-07-22T15:00:00.000Z', '2027-08-02T15:00:00.000Z'] as const;
  expect(pageAt(promised, during)).toContain('ask for a short one-on-one talk');
  expect(pageAt(promised.wait(after), after)).not.toMatch(/no mentor named|one-on-one talk/);
});

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

  test('leads to a form for everything the stage table accepts, and to nothing else', () => {
    const offered = new Set(
      [...page.matchAll(/(?:name="type" value="|\?do=)([a-z-]+)/g)].map(([, type]) => type),
    );
    offered.delete('snoozed');
    const forms = formTypes(reported, now);
    expect(offered).toEqual(new Set([...forms, 'rotation-corrected']));
    for (const type of forms) {
      expect(acceptedEvents(reported.rotation)).toContain(type);
    }
  });

  test('has a label for every field', () => {
    const inputs = [...page.matchAll(/<(?:input type="(?!hidden)|select)[^>]*?\bid="([^"]+)"/g)];
    for (const [, id] of inputs) expect(page).toContain(`<label for="${id}"`);
    expect(new Set(inputs.map(([, id]) => id)).size).toBe(inputs.length);
  });
});

describe('what is pressed first', () => {
  const firstOpen = (page: string) =>
    page.match(/<section class="next"[\s\S]*?<button[^>]*>(.*?)<\/button>/)?.[1];

  test('the one that answers what is due', () => {
    const reported = storyOf({ ...BROWN, windowClosesOn: '2027-02-01' });
    expect(
      firstOpen(rotationPage(viewOfStory(reported, '2027-01-20T15:00:00.000Z'), reported.rotation)),
    ).toBe('I sent the application');
  });

  test('the form that the link asked for, in the place of what is due', () => {
    const reported = acceptedAtBrown();
    const view = viewOfStory(reported, '2027-04-01T15:00:00.000Z');
    const page = rotationPage(view, reported.rotation, 'document-updated.tb');
    expect(page).toContain('Now: TB test');
    expect(firstOpen(page)).toBe('Save the document');
    expect(page).toContain('Back to the rotation');
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
      'Yes, it took place',
    );
    const reported = asked.report(at, { type: 'took-place', rotationId: 'r1', happened: 'ended' });
    const page = rotationPage(viewOfStory(reported, at), reported.rotation);
    expect(firstOpen(page)).toBe('I sent the Letter Request Form');
  });
});

describe('the papers', () => {
  const APRIL = '2027-04-01T15:00:00.000Z';
  const update = { type: 'document-updated', rotationId: 'r1' } as const;
  const pageOf = (story: Story) => rotationPage(viewOfStory(story, APRIL), story.rotation);

  test('show the state of each as the pressed of its buttons', () => {
    const sent = acceptedAtBrown().report(APRIL, { ...update, kind: 'tb', status: 'submitted' });
    const [, ofTb] = /aria-label="TB test">(.*?)<\/span><\/form>/s.exec(pageOf(sent)) ?? [];
    expect(ofTb).toContain('aria-pressed="true"><span aria-hidden="true">◐</span> Sent');
    expect(ofTb?.match(/name="status"/g)).toHaveLength(3);
  });

  test('count only those that the host asks for', () => {
    const before = acceptedAtBrown();
    const waived = before.report(APRIL, { ...update, kind: 'tb', status: 'not-asked' });
    const all = before.rotation.checklist.length;
    expect(pageOf(before)).toContain(`Papers: 0 of ${all} done`);
    expect(pageOf(waived)).toContain(`Papers: 0 of ${all - 1} done`);
    expect(pageOf(waived)).toContain('Not asked for here (1)');
    expect(pageOf(waived)).toContain('TB test: asked for after all');
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
    expect(page).toMatch(/>TB test<\/a>[\s\S]*expires 29 days before the rotation ends/);
    expect(page).toContain('renew it now');
  });

  test('why it is closed, and how it is reopened', () => {
    const reported = storyOf().report(NOVEMBER, { type: 'withdrawn', rotationId: 'r1' });
    const page = rotationPage(viewOfStory(reported, NOVEMBER), reported.rotation);
    expect(page.match(/closed, withdrawn by you/g)).toHaveLength(1);
    const types = formTypes(reported, NOVEMBER);
    expect(types).toEqual(['reopened', 'offered']);
    expect(page).toContain('?do=reopened#form-reopened');
    const opened = rotationPage(viewOfStory(reported, NOVEMBER), reported.rotation, 'reopened');
    expect(opened).toMatch(/<option value="listed" selected>On my list/);
    expect(opened).toContain('Reopen it');
  });
});
