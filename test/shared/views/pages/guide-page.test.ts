import { describe, expect, test } from 'vitest';
import { guidePage } from '#shared/views/pages/guide-page.ts';
import { FINDING_RULES } from '#shared/words/findings.ts';
import { MATTER_RULES } from '#shared/words/matters/matter-words.ts';
import { GUIDE_RULES, OWN_RULES } from '#shared/world/guide/rules.ts';

const PAGE = guidePage();
const articleOf = (id: string): string =>
  PAGE.match(new RegExp(`<article id="${id}">[\\s\\S]*?</article>`))?.[0] ?? '';

describe('the page of rules', () => {
  test('holds every rule of the guide with its words, its source, and no notation', () => {
    for (const { id } of GUIDE_RULES) {
      const article = articleOf(id);
      expect(article, id).toMatch(/“.{10,}”/);
      expect(article.replace(/id="[^"]*"/, ''), id).not.toMatch(
        /\b[GL]\d+[a-z]?\b|\d{4}-\d{2}-\d{2}| \.\. /,
      );
      expect(article, id).toContain('Residency Advisor guide');
    }
  });

  test('says of each whether it is emailed or shown', () => {
    expect(articleOf('G15')).toContain('Emailed on its date.');
    expect(articleOf('G12')).toContain('Checked on the plan.');
    expect(articleOf('G1')).toContain('Emailed on its date and checked on the plan.');
  });

  test('holds every rule that is ours, and no other', () => {
    const own = [...new Set([...MATTER_RULES, ...FINDING_RULES])].filter((id) => !/^G\d/.test(id));
    expect(OWN_RULES.map(({ id }) => id).toSorted()).toEqual(own.toSorted());
    for (const { id } of OWN_RULES) expect(articleOf(id)).toContain('Source: ');
  });

  test('marks the worked dates of 2028 as estimated', () => {
    expect(articleOf('G9a')).toContain(
      'For the 2028 Match, estimated: Mon, Mar 1, 2027 to Wed, Jun 30, 2027',
    );
  });
});
