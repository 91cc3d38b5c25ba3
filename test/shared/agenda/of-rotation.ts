/** A matter of a story's one rotation, and what is said about it. */
import { agenda } from '#shared/agenda/agenda.ts';
import { viewOf } from '#shared/agenda/matter.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { wordsAt, wordsOf } from '#shared/words/matters/matter-words.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import type { Story } from '../plan/moves/stories.ts';

export function find(rule: string, { facts }: Story) {
  return agenda(facts, PUBLISHED_WORLD).find((each) => each.rule === rule && each.subject === 'r1');
}

export function said(rule: string, story: Story) {
  return wordsOf(found(rule, story), viewOf(story.facts, PUBLISHED_WORLD));
}

export function saidAt(now: Instant, rule: string, story: Story) {
  return wordsAt(found(rule, story), 'open', viewOf(story.facts, PUBLISHED_WORLD), now);
}

function found(rule: string, story: Story) {
  const matter = find(rule, story);
  if (!matter) throw new Error(`${rule} should be on the agenda`);
  return matter;
}
