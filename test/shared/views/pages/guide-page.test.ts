import { describe, expect, test } from 'vitest';
import { agenda } from '#shared/agenda/agenda.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { guidePage } from '#shared/views/pages/guide-page.ts';
import { FINDING_RULES } from '#shared/words/findings.ts';
import { MATTER_RULES } from '#shared/words/matters/matter-words.ts';
import { GUIDE_RULES, OWN_RULES } from '#shared/world/guide/rules.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { plan } from '../../agenda/plans.ts';

const NOW = '2026-11-29T14:00:00Z';
const PAGE = guidePage(PUBLISHED_WORLD, NOW);
const articleOf = (id: string): string =>
  PAGE.match(new RegExp(`<article id="${id}">[\\s\\S]*?</article>`))?.[0] ?? '';
const NOTATION = /\b[GL]\d+[a-z]?\b|\d{4}-\d{2}-\d{2}| \.\. |github|uscehub|matchly|repository/i;

describe('the guide', () => {
  test.each(GUIDE_RULES.map(({ id }) => id))('%s says what to do, when, why, and where', (id) => {
    const article = articleOf(id);
    expect(article).toMatch(/<h3>[A-Z][^<]{20,160}[.]<\/h3>/);
    expect(article).toMatch(/When:<\/strong> [A-Z0-9].+[.]/);
    expect(article).toMatch(/Why:<\/strong> [A-Z].+[.]/);
    expect(article).toMatch(/<a class="target" href="(https:\/\/|\/)/);
    expect(article).toMatch(/The guide’s own words[\s\S]*“.{10,}” \(Residency Advisor guide/);
  });

  test('uses no notation, and names no collection of files', () => {
    const words = PAGE.replaceAll(/ id="[^"]*"/g, '').replaceAll(/<style>[\s\S]*?<\/style>/g, '');
    expect(words).not.toMatch(NOTATION);
  });

  test('gives the days of the next Match that can still be planned, as the agenda does', () => {
    const matters = agenda(plan([]), PUBLISHED_WORLD);
    for (const rule of ['G7', 'G8']) {
      const { opens = '2000-01-01', due } = matters.find((each) => each.rule === rule) ?? {};
      const days = `${phraseDay(opens)} to ${phraseDay(due?.day ?? '2000-01-01')}`;
      expect(articleOf(rule)).toContain(`For the 2028 Match: ${days} (our estimate).`);
    }
  });

  test('calls months that the guide names no estimate, and gives none where a rule has no days', () => {
    expect(articleOf('G9a')).toContain(
      'For the 2028 Match: Mon, Mar 1, 2027 to Wed, Jun 30, 2027.',
    );
    expect(articleOf('G1')).not.toContain('For the 2028 Match');
  });

  test('says of each whether it is emailed or shown', () => {
    expect(articleOf('G15')).toContain('Emailed on its date.');
    expect(articleOf('G12')).toContain('Checked on your plan.');
    expect(articleOf('G1')).toContain('Emailed on its date, and checked on your plan.');
  });

  test('holds every rule that is ours, and no other', () => {
    const own = [...new Set([...MATTER_RULES, ...FINDING_RULES])].filter((id) => !/^G\d/.test(id));
    expect(OWN_RULES.map(({ id }) => id).toSorted()).toEqual(own.toSorted());
    for (const { id, source } of OWN_RULES) {
      expect(PAGE).toContain(`<span id="${id}">`);
      expect(source).not.toBe('');
    }
  });
});
