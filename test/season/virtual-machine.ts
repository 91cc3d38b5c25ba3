/** One machine in virtual time: a clock that is set, a store that tells the oracle, an outbox that says what left. */
import { outboxMailer } from '../../functions/adapters/outbox-mailer.ts';
import type { NudgeDeps } from '../../functions/nudge.ts';
import type { Applicant } from '../../shared/applicant/applicant.ts';
import { CONFLICT_RETRIES_MAX } from '../../shared/limits.ts';
import type { Mailer } from '../../shared/mail/mailer.ts';
import type { OutboxMail } from '../../shared/mail/outbox-mail.ts';
import { renderMail } from '../../shared/mail/render.ts';
import type { Stream } from '../../shared/nudges/mail-record.ts';
import type { PlannedMail } from '../../shared/nudges/plan.ts';
import type { Reach } from '../../shared/person/person.ts';
import type { Store } from '../../shared/store/store.ts';
import type { Instant } from '../../shared/time/instant.ts';
import { NO_WORKFLOW } from '../../shared/workflow/workflow.ts';
import type { World } from '../../shared/world.ts';
import type { Ports } from './faults.ts';
import { type Oracle, oracleOf } from './oracle.ts';

export interface VirtualMachine {
  readonly oracle: Oracle;
  /** What a process that cannot fail sees. */
  readonly ports: Ports;
  now(): Instant;
  setClock(now: Instant): void;
  /** The dependencies of a visit, through a process's ports. */
  nudgeDeps(process: Ports): NudgeDeps;
}

/** What the simulated mails say instead of words: the oracle reads what left, not what the ledger claims. */
interface Said {
  readonly stream: Stream;
  readonly keys: readonly string[];
}

/** A mail system far away: it keeps what it accepted to itself, and sometimes does not answer. */
export interface RemoteMail {
  readonly evidenceMs: number;
  nextFate(): 'accepted' | 'refused' | 'unknown-and-left' | 'unknown-and-not';
}

const URLS = {
  plan: 'https://rotations.example.org/a/x',
  rotation: (id: string) => `https://rotations.example.org/a/x/r/${id}`,
  unsubscribe: 'https://rotations.example.org/u/x',
};

export function virtualMachine(
  store: Store,
  world: World,
  start: Instant,
  mailed: (mail: Pick<OutboxMail, 'personId' | 'at' | 'raw'>) => void = () => {},
  remote?: RemoteMail,
): VirtualMachine {
  let present = start;
  const oracle = oracleOf(world, remote?.evidenceMs);
  const told: Store = {
    ...store,
    read: (kind, id) => store.read(kind, id),
    async write(item, alongside) {
      const written = await store.write(item, alongside);
      if (written.written && alongside) {
        const { stream, keys } = JSON.parse(alongside.raw) as Said;
        oracle.left({ ...alongside, stream, keys, at: present });
        mailed(alongside);
      }
      if (written.written && item.kind === 'applicant') {
        oracle.committed({ ...item, version: written.version }, present);
      }
      return written;
    },
  };
  const ports: Ports = {
    store: told,
    clock: { now: () => present },
    mailer: remote ? remoteMailer(remote) : outboxMailer(async (mail) => mail.text),
  };

  function remoteMailer({ evidenceMs, nextFate }: RemoteMail): Mailer {
    return {
      evidenceMs,
      async deliver({ text }, tag) {
        const fate = nextFate();
        if (fate === 'accepted' || fate === 'unknown-and-left') {
          const { stream, keys } = JSON.parse(text) as Said;
          oracle.left({ ...tag, stream, keys, at: present });
          mailed({ ...tag, at: present, raw: text });
        }
        if (fate === 'accepted') return { outcome: 'accepted' };
        const outcome = fate === 'refused' ? 'refused' : 'unknown';
        oracle.fault(outcome, tag.personId, present);
        return { outcome, reason: 'the weather' };
      },
    };
  }

  return {
    oracle,
    ports,
    now: () => present,
    setClock: (now) => {
      present = now;
    },
    nudgeDeps: (process) => ({
      ...process,
      world,
      workflow: NO_WORKFLOW,
      signInUrl: async () => 'https://rotations.example.org/advisors/in/x',
      async render(planned, applicant, now) {
        const mail = renderMail(planned, applicant, URLS, world, now);
        return { ...mail, text: JSON.stringify(saidBy(planned)) };
      },
    }),
  };
}

function saidBy({ stream, nudges, causeId }: PlannedMail): Said {
  const keys = nudges.map(({ occasion, rung }) =>
    [occasion.rule, occasion.subject, occasion.deadline.day, rung].join('|'),
  );
  return { stream, keys: causeId ? [causeId] : keys };
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
