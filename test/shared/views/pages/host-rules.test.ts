/** Wherever a rotation is shown, the four states of its host's rules are shown, with reason and source. */
import { describe, expect, test } from 'vitest';
import { planReport } from '#shared/people/plan-report/plan-report.ts';
import { planText } from '#shared/people/plan-report/plan-text.ts';
import { addPage } from '#shared/views/pages/add-page.ts';
import { rotationPage } from '#shared/views/pages/rotation-page.ts';
import { pickedSite } from '#shared/world/programs/find-site.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { aliceFacts, BROWN, NOVEMBER, storyOf } from '../../plan/moves/stories.ts';
import { viewOfStory } from './page-views.ts';

const BAYLOR = 'baylor-college-of-medicine-international-electives';
const YALE = 'yale-international-electives';

const visa = { ...aliceFacts(), profile: { ...aliceFacts().profile, entry: 'visa' as const } };
const at = (institutionId: string, name: string) =>
  storyOf({ ...BROWN, host: { name, institutionId } }, visa);

/** Where the narrow column begins. */
const NARROW = '</div><div>';

describe('the page of a rotation', () => {
  const pageOf = (reported: ReturnType<typeof at>) =>
    rotationPage(viewOfStory(reported, NOVEMBER), reported.rotation);

  test('that was just added says first which rule is not met, why, and by which source', () => {
    const page = pageOf(at(BAYLOR, 'Baylor'));
    const rules = page.indexOf('id="host-rules"');
    expect(rules).toBeGreaterThan(0);
    expect(rules).toBeLessThan(page.indexOf(NARROW));
    expect(page).toContain('Baylor accepts no visitors on these dates: “open: January-June only');
    expect(page).toMatch(/> not met<\/span>: Baylor accepts no visitors/);
    expect(page).toContain('bcm.edu');
  });

  test('shows rules that are met beside what is due', () => {
    const page = pageOf(at(YALE, 'Yale'));
    expect(page.indexOf('id="host-rules"')).toBeGreaterThan(page.indexOf(NARROW));
    for (const word of ['ask', 'met', 'not stated']) expect(page).toContain(`> ${word}</span>`);
    expect(page).not.toContain('> not met</span>');
  });
});

test('the page that adds a site has every rule of its host', () => {
  const site = pickedSite(`host-${BAYLOR}`);
  if (!site) throw new Error('Baylor is in the directory.');
  const page = addPage(viewOfStory({ facts: visa }, NOVEMBER), { site });
  for (const word of ['ask', 'met', 'not stated']) expect(page).toContain(`> ${word}</span>`);
});

test('the plan command prints every rule of a rotation’s host', () => {
  const { facts } = at(BAYLOR, 'Baylor');
  const text = planText(facts, planReport(facts, PUBLISHED_WORLD, NOVEMBER), new Map());
  const rules = text.slice(text.indexOf('Rules of the host, Baylor'));
  for (const word of ['NOT MET', 'ASK', 'MET', 'NOT STATED'])
    expect(rules).toContain(`  ${word}: `);
  expect(rules).toMatch(/\[https:.*checked .*\]/);
});
