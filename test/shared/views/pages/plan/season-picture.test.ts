import { describe, expect, test } from 'vitest';
import { written } from '#shared/base/html.ts';
import { documentsSection } from '#shared/views/pages/calendar-page.ts';
import { seasonPicture } from '#shared/views/pages/plan/season-picture.ts';
import { PUBLISHED_WORLD, type World } from '#shared/world/world.ts';
import { carol } from '../../../../cast.ts';
import {
  acceptedAtBrown,
  aliceFacts,
  BROWN,
  NOVEMBER,
  type Story,
  storyOf,
} from '../../../plan/moves/stories.ts';
import { viewOfStory } from '../page-views.ts';

const pictureOf = (reported: Pick<Story, 'facts'>, world?: World) =>
  written(seasonPicture(viewOfStory(reported, NOVEMBER, {}, world)));

describe('the season as a picture', () => {
  test('tells listed, applied, confirmed and done apart by pattern and by word', () => {
    const applied = storyOf().report(NOVEMBER, { type: 'applied', rotationId: 'r1' });
    expect(pictureOf(storyOf())).toMatch(
      /Brown IR rotation: listed<.*class="lane dashed" fill="none"/s,
    );
    expect(pictureOf(applied)).toMatch(/: applied<.*class="lane" fill="url\(#hatch-year\)"/s);
    expect(pictureOf(acceptedAtBrown())).toMatch(/: confirmed<.*class="lane ink"/s);
    expect(pictureOf({ facts: carol().facts })).toMatch(
      /: done<.*class="lane" fill="url\(#dots-year\)"/s,
    );
  });

  test('draws an estimated date open and an official one full, and says so', () => {
    expect(pictureOf(storyOf())).toContain('class="mark open"');
    const official: World = {
      ...PUBLISHED_WORLD,
      season: (year) => {
        const season = PUBLISHED_WORLD.season(year);
        const opens = season.dates['eras-opens'];
        return opens
          ? { ...season, dates: { 'eras-opens': { ...opens, certainty: 'official' } } }
          : season;
      },
    };
    const picture = pictureOf(storyOf(), official);
    expect(picture).toMatch(/<circle class="mark"/);
    expect(picture).not.toContain('(estimated)');
  });

  test('reaches the first thing ahead on a phone, so that no picture is empty', () => {
    const [phone = '', desk = ''] = pictureOf({ facts: aliceFacts() }).split('class="season year"');
    expect(phone).toContain('ERAS opens Wed, Jun 2 (est.)');
    expect(phone).not.toContain('Match Day');
    expect(desk).toContain('Match Day Fri, Mar 17 (estimated)');
  });

  test('says the same in a table: rotations, safe days, dates and today, by day', () => {
    const rows = pictureOf(storyOf())
      .split('<tbody>')[1]
      ?.split('<tr>')
      .map((row) =>
        row
          .replace(/<[^>]+>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .filter((row) => row !== '');
    expect(rows?.slice(0, 3)).toEqual([
      'Start: decide on the Brown IR rotation Mon, Sep 14, 2026 ▲ this day has passed',
      'Today Mon, Nov 23, 2026',
      'ERAS opens Wed, Jun 2, 2027 estimated',
    ]);
    expect(rows).toContain('Brown IR rotation Mon, Jul 5, 2027 to Fri, Jul 30, 2027 listed');
  });

  test('has no style of its own, which the pages forbid, and escapes a host’s name', () => {
    const picture = pictureOf(storyOf({ ...BROWN, host: { name: '<b>x</b>' } }));
    expect(picture).not.toMatch(/style=|<style|<b>/);
  });
});

test('a test that ends too early says by how much, and from when a new one serves', () => {
  const short = acceptedAtBrown().report('2027-04-01T15:00:00.000Z', {
    type: 'document-updated',
    rotationId: 'r1',
    kind: 'tb',
    status: 'submitted',
    issuedOn: '2026-07-21',
  });
  const table = written(documentsSection(viewOfStory(short, '2027-04-02T15:00:00.000Z')) as never);
  expect(table).toContain('expires 9 days before the rotation ends: renew it now');
  const early = written(documentsSection(viewOfStory(short, '2026-07-25T15:00:00.000Z')) as never);
  expect(early).toContain(
    'expires 9 days before the rotation ends: renew it on or after Thu, Jul 30, 2026',
  );
  const over = written(documentsSection(viewOfStory(short, '2027-07-23T15:00:00.000Z')) as never);
  expect(over).toContain('expired on Wed, Jul 21, 2027: renew it now');
});
