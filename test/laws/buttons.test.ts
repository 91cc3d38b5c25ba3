/** The button of an email and of a page reports exactly its matter, in one press. */
import { expect, test } from 'vitest';
import { agendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import { emailUrls } from '#shared/base/links/urls.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Form } from '#shared/exchange/fields/field.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { OWN_LETTERS } from '#shared/plan/facts/letter.ts';
import { erasForm } from '#shared/views/forms/plan-forms.ts';
import { letterForms, rotationForms } from '#shared/views/forms/rotation-forms.ts';
import { formOf } from '#shared/words/answer-form.ts';
import { MATTER_RULES } from '#shared/words/matters/matter-words.ts';
import { type Occasion, occasionsOf } from '#shared/words/occasions.ts';
import { urlOf } from '#shared/words/where.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { planOf } from './plans.ts';

const PLANS = 400;
const URLS = emailUrls('https://rotations.example.org', { answer: 'AAA', unsubscribe: 'UUU' });

/** What each rule's button does, for the first plan of each; and each that does nothing. */
const pressed = new Map<string, string>();
/** Of what the guide counts, where its last day is over. */
const missed = new Map<string, string>();
const broken: string[] = [];
for (let seed = 1; seed <= PLANS; seed += 1) {
  const { applicant, now } = planOf(seed);
  const at = agendaAt(applicant.facts, PUBLISHED_WORLD, now);
  for (const occasion of occasionsOf(at)) {
    const matter = at.matters.find(
      ({ rule, subject }) => rule === occasion.rule && subject === occasion.subject,
    );
    const [first] = matter?.answers ?? [];
    const url = urlOf(occasion, URLS);
    const name = matter && standingOf(at, matter).name;
    const isMissed = name === 'lost' && matter?.count !== undefined;
    (isMissed ? missed : pressed).set(occasion.rule, url);
    const isNow = name === 'open' || name === 'late' || name === 'unknown';
    if (!isNow || first?.does !== 'report') continue;
    const key = formOf(occasion);
    const form = formsOf(applicant.facts, occasion, now).find((each) => each.key === key);
    if (!form) broken.push(`plan ${seed}: ${occasion.rule}|${occasion.subject} has no form ${key}`);
    const wanted = Object.entries(first.event).filter(([name]) => name !== 'rotationId');
    for (const [name, value] of form ? wanted : []) {
      const given = name === 'type' ? form?.type : (form?.hidden[name] ?? form?.values[name]);
      if (String(given) !== String(value))
        broken.push(`plan ${seed}: the form ${key} reports ${name} ${given}, not ${value}`);
    }
    const asked = form?.fields.filter(({ required }) => required).map(({ name }) => name) ?? [];
    const extra = asked.filter(
      (name) => !form?.values[name] && !first.asks?.some((each) => name.startsWith(each)),
    );
    if (extra.length > 0) broken.push(`plan ${seed}: the form ${key} also asks for ${extra}`);
  }
}

function formsOf(
  { rotations, letters = [], ...facts }: Facts,
  { rotationId }: Occasion,
  now: Instant,
): Form[] {
  if (rotationId === OWN_LETTERS) {
    const steps = ['letter-agreed', 'letter-requested', 'letter-assigned'] as const;
    return steps.flatMap((type) => letterForms(letters, type));
  }
  const rotation = rotations.find(({ id }) => id === rotationId);
  return rotation ? rotationForms(rotation, facts, PUBLISHED_WORLD, now) : [erasForm()];
}

test('has a form that reports the matter and asks for nothing else', () => {
  expect(broken).toEqual([]);
});

test('of a count, a question about oneself, or a host that takes nobody opens the page that resolves it', () => {
  const at = (rule: string) => pressed.get(rule)?.replace(URLS.plan, '');
  for (const rule of ['G7', 'G1', 'G3', 'G4', 'G22', 'G8']) expect(at(rule)).toBe('/add');
  for (const rule of ['G10', 'G17', 'G17b']) expect(pressed.get(rule)).toBe(URLS.rotation('plan'));
  expect(at('G20')).toBe('/experience');
  for (const rule of ['entry', 'visa-wait']) expect(at(rule)).toBe('/profile');
  expect(pressed.get('closed')).toBe(URLS.shortlist);
});

test('of a count that was missed opens the plan: nothing is left to add', () => {
  expect([...missed.keys()]).toContain('G8');
  expect(new Set(missed.values())).toEqual(new Set([URLS.plan]));
});

test('is reached for every rule that can be an applicant’s', () => {
  const others = ['host-answer', 'letter-agreed', 'letter-uploaded'];
  const missing = MATTER_RULES.filter((rule) => !pressed.has(rule) && !others.includes(rule));
  expect(missing).toEqual([]);
});
