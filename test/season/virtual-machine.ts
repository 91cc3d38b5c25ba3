/** One machine in virtual time: a clock that is set, a store that tells the oracle, an outbox that says what left. */
import { outboxMailer } from '#functions/adapters/outbox-mailer.ts';
import { followRotations } from '#functions/follow.ts';
import type { NudgeDeps } from '#functions/nudge.ts';
import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import { emailUrls } from '#shared/base/links/urls.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { PlannedEmail } from '#shared/people/mailing/plan.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Stream } from '#shared/people/person/email-record.ts';
import type { Reach } from '#shared/people/person/person.ts';
import { type Executions, NO_WORKFLOW, type Workflow } from '#shared/people/workflow/workflow.ts';
import type { Email, EmailTag } from '#shared/store/mailer.ts';
import type { Store } from '#shared/store/store.ts';
import { renderWriterEmail } from '#shared/views/email/letter-request.ts';
import { renderEmail } from '#shared/views/email/render.ts';
import type { World } from '#shared/world/world.ts';
import type { Ports } from './faults.ts';
import { type Oracle, oracleOf, type ReadEmail } from './oracle.ts';
import { type EmailFate, type RemoteEmail, remoteMailer } from './remote-mail.ts';

export interface VirtualMachine {
  readonly oracle: Oracle;
  /** What a process that cannot fail sees. */
  readonly ports: Ports;
  now(): Instant;
  setClock(now: Instant): void;
  /** The dependencies of a visit, through a process's ports. */
  nudgeDeps(process: Ports): NudgeDeps;
  /** What follows rotations, through a process's ports: nothing, or a state machine. */
  workflowOf(process: Ports): Workflow;
}

export interface MachineParts {
  readonly store: Store;
  worldFor(): World;
  readonly start: Instant;
  /** Told of every email that left. */
  readonly emailed?: (email: ReadEmail, fate?: EmailFate) => void;
  /** Told of every applicant that was written. */
  readonly wrote?: (item: Applicant) => void;
  /** Email by a system far away, instead of the outbox. */
  readonly remote?: RemoteEmail;
  /** A state machine that follows every rotation. */
  readonly executions?: Executions;
}

/** What the simulated emails carry: the oracles read what left, not what the ledger claims. */
interface Said extends Pick<Email, 'subject' | 'text' | 'html'> {
  readonly stream: Stream;
  readonly keys: readonly string[];
}

const URLS = emailUrls('https://rotations.example.org', { answer: 'x', unsubscribe: 'x' });

const LETTER_URLS = {
  page: 'https://rotations.example.org/l/x',
  packet: () => 'https://rotations.example.org/l/x/packet',
  unsubscribe: 'https://rotations.example.org/u/x',
};

export function virtualMachine(parts: MachineParts): VirtualMachine {
  const { store, worldFor, remote, emailed = () => {} } = parts;
  let present = parts.start;
  const oracle = oracleOf(worldFor, remote?.evidenceMs);

  function left(tag: Pick<EmailTag, 'personId' | 'n'>, text: string, fate?: EmailFate): void {
    const { personId, n } = tag;
    const email: ReadEmail = { personId, n, ...(JSON.parse(text) as Said), at: present };
    oracle.left(email);
    emailed(email, fate);
  }

  const reported: Store = {
    ...store,
    read: (kind, id) => store.read(kind, id),
    async write(item, alongside) {
      const written = await store.write(item, alongside);
      // Writers have a season of their own.
      if (written.written && alongside && item.kind === 'applicant') left(alongside, alongside.raw);
      if (written.written && item.kind === 'applicant') {
        oracle.committed({ ...item, version: written.version }, present);
        parts.wrote?.(item);
      }
      return written;
    },
  };
  const ports: Ports = {
    store: reported,
    clock: { now: () => present },
    mailer: remote
      ? remoteMailer(remote, left, (kind, personId) => oracle.fault(kind, personId, present))
      : outboxMailer(async (email) => email.text),
    executions: parts.executions ?? NO_EXECUTIONS,
  };
  const workflowOf = (process: Ports): Workflow =>
    parts.executions
      ? followRotations({
          store: process.store,
          worldFor,
          executions: process.executions,
          // What could not be told is found by the next sweep; the oracle sees whether it was.
          log: () => {},
        })
      : NO_WORKFLOW;

  return {
    oracle,
    ports,
    workflowOf,
    now: () => present,
    setClock: (now) => {
      present = now;
    },
    nudgeDeps: (process) => ({
      ...process,
      worldFor,
      workflow: workflowOf(process),
      pepper: 'pepper',
      async renderForWriter(planned, writer, now) {
        const email = renderWriterEmail(planned, writer, LETTER_URLS, now);
        const keys = planned.stream === 'letters' ? planned.keys : [planned.causeId];
        return { ...email, text: JSON.stringify({ stream: planned.stream, keys }) };
      },
      signInUrl: async () => 'https://rotations.example.org/advisors/in/x',
      advisorUrl: (path) => `https://rotations.example.org${path}`,
      briefStopUrl: async () => 'https://rotations.example.org/b/x',
      async render(planned, applicant, now) {
        const email = renderEmail(planned, applicant, URLS, worldFor(), now);
        const { subject, text, html } = email;
        return { ...email, text: JSON.stringify({ ...keysOf(planned), subject, text, html }) };
      },
    }),
  };
}

const NO_EXECUTIONS: Executions = {
  start: () => Promise.reject(new Error('Nothing follows rotations here.')),
  signal: () => Promise.reject(new Error('Nothing follows rotations here.')),
  status: () => Promise.reject(new Error('Nothing follows rotations here.')),
};

/** Spelled out here: the oracle must not read a key that the planner made. */
function keysOf({
  stream,
  nudges,
  overview,
  causeId,
}: PlannedEmail): Pick<Said, 'stream' | 'keys'> {
  const keys = nudges.map(({ occasion, rung }) =>
    [occasion.rule, occasion.subject, occasion.deadline.day, rung].join('|'),
  );
  if (causeId) return { stream, keys: [causeId] };
  return { stream, keys: overview ? [...keys, overview.key] : keys };
}

/** What the unsubscribe page does to a person. */
export async function setReach(
  store: Store,
  id: string,
  reach: Reach,
  now: Instant,
): Promise<void> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const applicant: Applicant | undefined = await store.read('applicant', id);
    if (!applicant || applicant.reach === reach) return;
    if ((await store.write({ ...applicant, reach, dueAt: now })).written) return;
  }
}
