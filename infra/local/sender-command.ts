/** `npm run sender -- …`: the senders of one machine's data folder. On AWS a lead makes them on the advisors' pages. */
import { readFileSync } from 'node:fs';
import { systemClock } from '../../functions/adapters/clock.ts';
import { readEnv } from '../../functions/adapters/env.ts';
import { openSqliteStore, type SqliteStore } from '../../functions/adapters/sqlite-store.ts';
import {
  addSender,
  allSenders,
  changeMapping,
  endOlderSecret,
  revokeSender,
  rotateSecret,
} from '../../functions/senders.ts';
import { WEBHOOK_PATHS } from '../../shared/links/urls.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { readMapping, readNewSender } from '../../shared/webhook/read-sender.ts';
import { secretText } from '../../shared/webhook/secret.ts';
import type { Sender } from '../../shared/webhook/sender.ts';
import { storeFileIn } from './data-folder.ts';
import { heedReaderGone } from './reader-gone.ts';
import { secretsOf } from './secrets.ts';

const USAGE = `Usage: npm run sender -- add FILE.json | list | rotate ID | end-older ID | mapping ID FILE.json | revoke ID
An example of a file: docs/webhook/sender-example.json`;

type Said = Result<string, readonly string[]>;

heedReaderGone();
const answered = await answer(process.argv.slice(2));
if (answered.ok) {
  console.log(answered.value);
} else {
  console.error(answered.failure.join('\n'));
  process.exitCode = 1;
}

async function answer([verb, first, second]: readonly string[]): Promise<Said> {
  const env = readEnv();
  if (!env.ok) return failure([env.failure]);
  let store: SqliteStore;
  try {
    // Read only first: a folder that holds no data yet is not made by asking for it.
    openSqliteStore(storeFileIn(env.value.dataFolder), { readOnly: true }).close();
    store = openSqliteStore(storeFileIn(env.value.dataFolder));
  } catch (error) {
    return failure([error instanceof Error ? error.message : String(error)]);
  }
  try {
    return await act(store, verb, first, second);
  } finally {
    store.close();
  }
}

async function act(
  store: SqliteStore,
  verb: string | undefined,
  first: string | undefined,
  second: string | undefined,
): Promise<Said> {
  const deps = { store, clock: systemClock };
  if (verb === 'list') return success((await allSenders(store)).map(line).join('\n') || 'None.');
  if (!first) return failure([USAGE]);
  switch (verb) {
    case 'add': {
      const of = withJson(first, readNewSender);
      return of.ok ? withSecret(store, await addSender(deps, of.value)) : of;
    }
    case 'rotate':
      return withSecret(store, await rotateSecret(deps, first));
    case 'end-older':
      return told(await endOlderSecret(deps, first));
    case 'revoke':
      return told(await revokeSender(deps, first));
    case 'mapping': {
      if (!second) return failure([USAGE]);
      const mapping = withJson(second, readMapping);
      return mapping.ok ? told(await changeMapping(deps, first, mapping.value)) : mapping;
    }
    default:
      return failure([USAGE]);
  }
}

function told(made: Result<Sender, readonly string[]>): Said {
  return made.ok ? success(line(made.value)) : made;
}

function withSecret(store: SqliteStore, made: Result<Sender, readonly string[]>): Said {
  if (!made.ok) return made;
  const { id, generations, product } = made.value;
  const secret = secretText(secretsOf(store).webhookKey, id, generations.at(-1)?.n ?? 1);
  return success(`${line(made.value)}
  address  ${WEBHOOK_PATHS[product]}?sender=${id}
  secret   ${secret}`);
}

function line({ id, name, product, cohortIds, generations, revokedAt }: Sender): string {
  const state = revokedAt
    ? `revoked ${revokedAt.slice(0, 10)}`
    : `secret ${generations.map(({ n }) => n).join(' and ')}`;
  return `${id}  ${name}  ${product}  ${cohortIds.join(',')}  ${state}`;
}

function withJson<Value>(
  path: string,
  read: (value: unknown) => Result<Value, string[]>,
): Result<Value, string[]> {
  try {
    return read(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return failure([`${path}: is not a file of JSON that can be read`]);
  }
}
