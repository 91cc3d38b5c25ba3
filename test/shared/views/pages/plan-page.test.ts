import { describe, expect, test } from 'vitest';
import { calendarPage } from '#shared/views/pages/calendar-page.ts';
import { planPage } from '#shared/views/pages/plan-page.ts';
import { youPage } from '#shared/views/pages/you-page.ts';
import {
  acceptedAtBrown,
  aliceFacts,
  BROWN,
  letter,
  midwayAtBrown,
  NOVEMBER,
  storyOf,
} from '../../plan/moves/stories.ts';
import { viewOfStory } from './page-views.ts';

describe('the plan page', () => {
  test('of an empty plan says what to do first', () => {
    const page = planPage(viewOfStory({ facts: aliceFacts() }, NOVEMBER));
    expect(page).toContain('<h2 id="next">Add your first rotation</h2>');
    expect(page).toContain('An early IR or DR rotation');
    expect(page).toContain('The list of target programs');
    expect(page).toContain('Your plan has no rotations yet.');
    expect(page).toMatch(/See where you could rotate<\/a>/);
    expect(page).not.toContain('Gaps');
    expect(page).not.toContain('class="status late"');
  });

  test('of a season that is over says so, leads to another Match year, and asks for nothing', () => {
    const { profile } = aliceFacts();
    const over = aliceFacts({ profile: { ...profile, matchYear: 2026 } });
    const page = planPage(viewOfStory({ facts: over }, NOVEMBER));
    expect(page).toMatch(/<h2 id="next"><span class="status waiting">.*This season is over/);
    expect(page).toContain('href="/a/AAA/profile">Plan for another Match year</a>');
    expect(page).not.toContain('Add your first rotation');
    expect(page).not.toContain('A US IR letter');
  });

  test('names the next action with its date, its certainty and its source', () => {
    const page = planPage(viewOfStory(acceptedAtBrown(), '2027-05-20T15:00:00.000Z'));
    expect(page).toMatch(
      /<h2 id="next">.* for the Brown IR rotation <span class="when">.*, 2027, in \d+ days/,
    );
    expect(page).toContain('By Mon, Jun 7, 2027, in 18 days (estimated)');
    expect(page).toContain(
      'our own default (hosts ask for documents 2 to 8 weeks before the start)',
    );
    expect(page).toMatch(
      /href="\/a\/AAA\/r\/r1\?do=document-updated\.[a-z-]+#form-document-updated/,
    );
  });

  test('takes the application to ERAS in one press, where it comes first', () => {
    const { profile } = aliceFacts();
    const facts = aliceFacts({ profile: { ...profile, matchYear: 2027 } });
    const page = planPage(viewOfStory(storyOf(BROWN, facts), '2026-10-30T15:00:00.000Z'));
    const [next = '', rest = ''] = page.split('Your rotations</h2>');
    expect(next).toMatch(
      /<h2 id="next">Submit the ERAS application <.*<button>I submitted it<\/button>/s,
    );
    expect(rest).not.toContain('form-eras-submitted"');
  });

  test('says what others owe, and since when', () => {
    const reported = storyOf().report('2027-02-10T15:00:00.000Z', {
      type: 'applied',
      rotationId: 'r1',
    });
    const page = planPage(viewOfStory(reported, '2027-02-22T15:00:00.000Z'));
    expect(page).toContain('Waiting on others');
    expect(page).toContain('since Wed, Feb 10, 2027 (12 days ago)');
  });

  test('shows every date of the season with its certainty, estimated ones under a banner', () => {
    const page = calendarPage(viewOfStory({ facts: aliceFacts() }, NOVEMBER));
    expect(page).toMatch(/class="banner"/);
    expect(page).toMatch(
      /Match Day<br><span class="hint">Fri, Mar 17, 2028, in \d+ days \(estimated\)/,
    );
  });

  test('shows a published season without a banner', () => {
    const { profile } = aliceFacts();
    const facts = aliceFacts({ profile: { ...profile, matchYear: 2026 } });
    const page = calendarPage(viewOfStory({ facts }, '2025-06-01T15:00:00.000Z'));
    expect(page).not.toMatch(/class="banner"/);
    expect(page).toContain('in 292 days (official)</span>');
  });

  test('keeps what is due later one tap away, and loses none of it', () => {
    const page = planPage(viewOfStory(acceptedAtBrown(), '2027-04-02T15:00:00.000Z'));
    const [month = ''] = page.split('id="month"')[1]?.split('</section>') ?? [];
    const [shown = '', folded = ''] = month.split(/<details[^>]*><summary>\d+ more</);
    expect(shown.match(/<li>/g)?.length).toBeLessThanOrEqual(3);
    expect(folded.match(/<li><a href="\/a\/AAA/g)?.length).toBeGreaterThan(0);
  });

  test('counts letters in ERAS, and those that are coming', () => {
    const asked = midwayAtBrown().report('2027-07-20T15:00:00.000Z', {
      type: 'letter-asked',
      rotationId: 'r1',
      writer: { name: 'Dr. Chen', specialty: 'ir' },
    });
    const id = asked.rotation.letters[0]?.id ?? '';
    const promised = asked.report('2027-07-21T15:00:00.000Z', letter('letter-agreed', id));
    const before = planPage(viewOfStory(promised, '2027-07-22T15:00:00.000Z'));
    expect(before).toContain('Letters: 1 of 3');
    expect(before).toMatch(/agreed to write it<\/span>: Dr\. Chen/);
    expect(before).toContain('○</span> A letter from another US rotation or a research mentor');
    expect(before).toContain('0 in ERAS');
    const uploaded = promised.report('2027-07-23T15:00:00.000Z', letter('letter-uploaded', id));
    expect(planPage(viewOfStory(uploaded, '2027-07-24T15:00:00.000Z'))).toContain('1 in ERAS');
  });

  test('puts the document that expires first first', () => {
    const reported = acceptedAtBrown()
      .report('2027-04-01T15:00:00.000Z', {
        type: 'document-updated',
        rotationId: 'r1',
        kind: 'english',
        status: 'cleared',
        expiresOn: '2028-01-01',
      })
      .report('2027-04-01T16:00:00.000Z', {
        type: 'document-updated',
        rotationId: 'r1',
        kind: 'tb',
        status: 'submitted',
        expiresOn: '2027-07-10',
      });
    const page = calendarPage(viewOfStory(reported, '2027-04-02T15:00:00.000Z'));
    expect(page.indexOf('valid until Sat, Jul 10, 2027')).toBeGreaterThan(0);
    expect(page.indexOf('valid until Sat, Jul 10, 2027')).toBeLessThan(
      page.indexOf('valid until Sat, Jan 1, 2028'),
    );
    expect(page).toContain('expires 20 days before the rotation ends');
  });

  test('lists what was emailed with its fate, and what will be', () => {
    const emails = [
      {
        n: 1,
        stream: 'digest' as const,
        status: 'failed' as const,
        keys: [],
        rotationIds: [],
        subject: 'Due Mon, Jun 7: TB test',
        claimedAt: NOVEMBER,
        leaseUntil: NOVEMBER,
      },
    ];
    const page = youPage(viewOfStory(acceptedAtBrown(), '2027-04-02T15:00:00.000Z', { emails }));
    expect(page).toMatch(/Due Mon, Jun 7: TB test<br>.*not accepted by the email system/s);
    expect(page).toMatch(/What we will email if nothing changes<\/h3>\s*<ul/);
  });

  test('tells somebody who stopped the emails that none will come', () => {
    const page = youPage(
      viewOfStory(acceptedAtBrown(), '2027-04-02T15:00:00.000Z', { reach: 'unsubscribed' }),
    );
    expect(page).toContain('You stopped emails.');
    expect(page).toContain('Start emails again');
  });

  test('a topic says once whether its emails are on', () => {
    const page = youPage(viewOfStory(storyOf(), NOVEMBER));
    expect(page).toMatch(
      /Emails about [^<]*<span class="status done">[^<]*<[^>]*>●<\/span> on<\/span>/,
    );
    expect(page).not.toContain('On.');
  });

  test('gives every form an id of its own, so that two forms are never one update', () => {
    const page = youPage(viewOfStory(storyOf(), NOVEMBER));
    const ids = [...page.matchAll(/name="update" value="(\w+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('shows a name as text, whatever it holds', () => {
    const { profile } = aliceFacts();
    const facts = aliceFacts({ profile: { ...profile, name: '<script>alert("x")</script>' } });
    const reported = storyOf({ ...BROWN, host: { name: '"><img src=x onerror=alert(1)>' } }, facts);
    const page = planPage(viewOfStory(reported, NOVEMBER));
    expect(page).not.toMatch(/<script|<img/);
    expect(page).toContain('&lt;script&gt;');
  });
});
