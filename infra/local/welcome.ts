/** What `npm start` prints once it is up. */
import { ADVISORS_PATH } from '#shared/base/links/advisor-paths.ts';
import { SHORTLIST_PATH } from '#shared/base/links/urls.ts';
import { EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import type { DemoPerson } from './demo/story.ts';
import { CLOCK_PATH, HOME_PATH, OUTBOX_PATH, planOf } from './pages/paths.ts';

interface Welcome {
  readonly baseUrl: string;
  readonly dataFolder: string;
  readonly now: Instant;
  readonly example: DemoPerson;
}

export function demoWelcome({ baseUrl, dataFolder, now, example }: Welcome): string {
  const at = (path: string) => new URL(path, baseUrl).href;
  return lines('Away Rotations: a demo on this machine. No email is sent.', [
    ['start', at(HOME_PATH), 'what this is, and whom to look at for what'],
    ['applicant', at(planOf(example.id)), `the plan of ${example.profile.name}`],
    ['advisors', at(planOf('dana')), 'the cohort as Dana, its lead advisor, sees it'],
    ['shortlist', at(SHORTLIST_PATH), 'where to rotate and apply, without an account'],
    ['outbox', at(OUTBOX_PATH), 'every email as it would arrive'],
    ['clock', at(CLOCK_PATH), phraseInstant(now, EASTERN)],
    ['data', dataFolder, 'kept between starts; Ctrl+C stops the server'],
  ]);
}

export function liveWelcome(address: string, publicUrl: string, dataFolder: string): string {
  return lines('Away Rotations: live. Email is sent by SMTP.', [
    ['pages', publicUrl, `served at ${address}`],
    ['advisors', new URL(ADVISORS_PATH, publicUrl).href, 'sign in by email'],
    ['data', dataFolder, 'kept between starts; Ctrl+C stops the server'],
  ]);
}

function lines(title: string, rows: readonly (readonly [string, string, string])[]): string {
  const widest = (index: 0 | 1) => Math.max(...rows.map((row) => row[index].length));
  const body = rows.map(
    ([name, value, note]) => `  ${name.padEnd(widest(0))}   ${value.padEnd(widest(1))}   ${note}`,
  );
  return ['', `  ${title}`, '', ...body, ''].join('\n');
}
