/**
 * Reads every email of a season as its reader does, and holds it against the tables beside it: what must be said by when,
 * what must never be. The tables are written from facts.md and know no rule and no words of the product.
 */
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { DAYS_SAID } from './days-said.ts';
import { differencesOf } from './html-part.ts';
import { owedTo } from './must.ts';
import { NEVER } from './never.ts';
import { AT_ONCE, type Owed } from './owed.ts';
import { daysNamed, type Statement, statementsOf } from './reading.ts';
import { seasonDays } from './season-by-hand.ts';
import type { Situation } from './situation.ts';

interface RenderedEmail {
  readonly personId: string;
  readonly n: number;
  readonly stream: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface ContentOracle {
  /** Every committed version of a person. */
  wrote(item: Applicant, at: Instant): void;
  left(email: RenderedEmail, at: Instant): void;
  /** Programs of a season review so many days later, as was published. */
  reviewMoved(matchYear: number, days: number, at: Instant): void;
  /** Once a day at least. */
  passed(at: Instant): void;
  /** One for each thing of a person that was said wrongly, or not said. */
  contradictions(): readonly string[];
}

interface Reader {
  item: Applicant;
  /** What an email was written from, by its number. */
  readonly written: Map<number, Situation>;
  owed: Map<string, Promise>;
  /** What was said, and by which day it had to be: it stays said while nothing is owed for a time. */
  readonly kept: Map<string, Day>;
  /** An email may be sent seconds before the record says what it tells. */
  last?: { readonly at: Instant; readonly statements: readonly Statement[] };
}

interface Promise {
  readonly owed: Owed;
  readonly since: Day;
  isKept: boolean;
}

const SECONDS_MS = 10_000;
const NOT_REMINDERS = ['link', 'confirm', 'message', 'correction', 'date-moved'];

export function contentOracle(): ContentOracle {
  const readers = new Map<string, Reader>();
  const moved = new Map<number, { readonly days: number; readonly at: Instant }>();
  const wrong = new Map<string, string>();

  function situationOf({ facts, cohortId, history }: Applicant, at: Instant): Situation {
    const { matchYear, zone } = facts.profile;
    const reports = history.flatMap(({ by, at: on, event }) =>
      by === 'applicant' && 'rotationId' in event ? [[event.rotationId, on] as const] : [],
    );
    const hours = history.flatMap(({ event }) =>
      event.type === 'offered' && event.expiresTime
        ? [[event.rotationId, event.expiresTime] as const]
        : [],
    );
    const news = moved.get(matchYear);
    const season = seasonDays(matchYear, news?.days);
    return {
      facts,
      today: dayIn(zone, at),
      season: { ...season, isEstimated: season.isEstimated && !news },
      ...(news && { reviewMovedOn: dayIn(zone, news.at) }),
      hasAdvisor: cohortId !== 'self',
      reported: new Map(reports.map(([id, on]) => [id, dayIn(zone, on)])),
      offerHours: new Map(hours),
    };
  }

  function complain(personId: string, what: string, why: string): void {
    const key = `${personId}: ${what}: ${why.replaceAll(/\d+/g, '#')}`;
    if (!wrong.has(key)) wrong.set(key, `contradictions: ${personId}: ${what}: ${why}`);
  }

  function wrote(item: Applicant, at: Instant): void {
    const known = readers.get(item.id);
    const reader = known ?? { item, written: new Map(), owed: new Map(), kept: new Map() };
    const before = reader.item.emails.at(-1)?.n ?? 0;
    for (const { n } of item.emails) if (n > before) reader.written.set(n, situationOf(item, at));
    reader.item = item;
    readers.set(item.id, reader);
    if (!known) look(reader, at);
  }

  /** What is owed now, with those kept since it became so. */
  function look(reader: Reader, at: Instant): void {
    const { item } = reader;
    const situation = situationOf(item, at);
    const { stopped = [], snoozes = [] } = item.facts.mailing ?? {};
    // A person who puts things off, or gets no email, is owed nothing for the time being.
    const isQuiet = item.reach !== 'ok' || snoozes.length > 0;
    const owed = (isQuiet ? [] : owedTo(situation)).filter(
      ({ topic }) => !topic || !stopped.includes(topic),
    );
    reader.owed = new Map(
      owed.map((each) => {
        const known = reader.owed.get(each.key);
        const isSame = known?.owed.state === each.state;
        const since = isSame ? known.since : situation.today;
        const keptBy = reader.kept.get(each.key);
        // What is owed at once, and names no day, is not unsaid by dates that move.
        const isKeptStill =
          each.from === AT_ONCE && !each.day ? keptBy !== undefined : keptBy === each.by;
        const isJustSaid =
          reader.last !== undefined &&
          Date.parse(at) - Date.parse(reader.last.at) <= SECONDS_MS &&
          keeps(reader.last.statements, each, situation);
        const isKept = known?.isKept ?? (isKeptStill || isJustSaid);
        return [each.key, { owed: each, since, isKept }];
      }),
    );
  }

  function left(email: RenderedEmail, at: Instant): void {
    const reader = readers.get(email.personId);
    const situation = reader?.written.get(email.n);
    reader?.written.delete(email.n);
    if (!reader || !situation) return;
    const statements = statementsOf(email.subject, email.text);
    const wrongs = NOT_REMINDERS.includes(email.stream) ? [] : wrongsIn(statements, situation);
    for (const [what, why] of wrongs) complain(email.personId, what, `${why} (${situation.today})`);
    const hosts = situation.facts.rotations.map(({ host }) => host.name);
    for (const why of differencesOf(email.text, email.html, hosts))
      complain(email.personId, 'text and HTML differ', `${why} (${situation.today})`);
    for (const owed of owedApart(situation)) {
      if (owed.from <= situation.today && keeps(statements, owed, situation))
        reader.kept.set(owed.key, owed.by);
    }
    reader.last = { at, statements };
    look(reader, at);
    for (const promise of reader.owed.values()) {
      if (promise.owed.from > situation.today) continue;
      if (keeps(statements, promise.owed, situation)) promise.isKept = true;
    }
  }

  function passed(at: Instant): void {
    for (const reader of readers.values()) {
      look(reader, at);
      const today = dayIn(reader.item.facts.profile.zone, at);
      for (const [key, { owed, since, isKept }] of reader.owed) {
        const isOver = owed.by < today && today <= plusDays(owed.by, 10);
        const wasKnown = since <= plusDays(owed.by, -owed.noticeDays);
        if (isOver && wasKnown && !isKept) {
          complain(reader.item.id, 'not said', `${key}, by ${owed.by}, as it was since ${since}`);
        }
      }
    }
  }

  return {
    wrote,
    left,
    passed,
    reviewMoved: (matchYear, days, at) => moved.set(matchYear, { days, at }),
    contradictions: () => [...wrong.values()],
  };
}

/** What would be owed of each rotation if no other stood in its way, and if its person had reported nothing, which can be undone. */
function owedApart(situation: Situation): Owed[] {
  const { facts } = situation;
  const alone = facts.rotations.map((rotation) => ({ ...facts, rotations: [rotation] }));
  const unseen = { ...situation, reported: new Map() };
  return [facts, ...alone].flatMap((each) => owedTo({ ...unseen, facts: each }));
}

function* wrongsIn(
  statements: readonly Statement[],
  situation: Situation,
): Generator<[what: string, why: string]> {
  for (const statement of statements) {
    for (const [what, row] of ROWS) {
      const why = row(statement, situation);
      if (why !== undefined) yield [what, why];
    }
  }
  for (const [what, { one, other }] of Object.entries(TOGETHER)) {
    const says = (words: RegExp) => statements.some(({ text }) => words.test(text));
    if (says(one) && !says(other)) yield [what, 'left out'];
  }
  for (const [what, { one, other }] of Object.entries(APART)) {
    const says = (words: RegExp) => statements.some(({ text }) => words.test(text));
    if (says(one) && says(other)) yield [what, 'in one email'];
  }
}

/** What no email says side by side. */
const APART: Readonly<Record<string, { readonly one: RegExp; readonly other: RegExp }>> = {
  'nothing due, beside something late': {
    one: /\bon track\b|\bnothing is due\b/i,
    other: /\d+ steps? late\b|\bwas due\b|\bshould have started\b|\blate, /i,
  },
};

/** What is never said about one thing without the other. */
const TOGETHER: Readonly<Record<string, { readonly one: RegExp; readonly other: RegExp }>> = {
  // Section 2: a visitor under the waiver enters for business.
  'an ESTA without the class of entry': { one: /\bapply for the ESTA\b/i, other: /\bWB\b/ },
};

const ROWS = Object.entries({ ...NEVER, ...DAYS_SAID });

function keeps(
  statements: readonly Statement[],
  { says, names, day }: Owed,
  { today }: Situation,
): boolean {
  return statements
    .filter(({ part }) => part !== 'note' && part !== 'why')
    .some(({ of, text }) => {
      const isAbout =
        says.test(`${of}\n${text}`) &&
        (!names || names.some((name) => `${of}\n${text}`.includes(name)));
      return isAbout && (!day || daysNamed(text, today).some((each) => each.day === day));
    });
}
