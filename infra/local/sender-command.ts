/** `npm run sender -- …`: the senders, as a lead has them on the advisors' pages too. On this machine's data folder or a deployment. */
import { readFileSync } from 'node:fs';
import {
  addSender,
  allSenders,
  changeMapping,
  endOlderSecret,
  revokeSender,
  rotateSecret,
} from '#functions/senders.ts';
import { WEBHOOK_PATHS } from '#shared/base/links/urls.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { readMapping, readNewSender } from '#shared/exchange/webhook/read-sender.ts';
import { secretText } from '#shared/exchange/webhook/secret.ts';
import type { Sender } from '#shared/exchange/webhook/sender.ts';
import { type Ground, onGround } from './command-ground.ts';
import { tell } from './tell.ts';

const USAGE = `Usage: npm run sender -- add FILE.json | list | rotate ID | end-older ID | mapping ID FILE.json | revoke ID
An example of a file: docs/webhook/sender-example.json`;

type Said = Result<string, readonly string[]>;

const [verb, first, second] = process.argv.slice(2);
tell(
  await onGround('refused', async (ground) => {
    const said = await act(ground, verb, first, second);
    return said.ok ? said : failure(said.failure.join('\n'));
  }),
);

async function act(
  ground: Ground,
  verb: string | undefined,
  first: string | undefined,
  second: string | undefined,
): Promise<Said> {
  const { store, clock } = ground;
  const deps = { store, clock };
  if (verb === 'list') return success((await allSenders(store)).map(line).join('\n') || 'None.');
  if (!first) return failure([USAGE]);
  switch (verb) {
    case 'add': {
      const of = withJson(first, readNewSender);
      return of.ok ? withSecret(ground, await addSender(deps, of.value)) : of;
    }
    case 'rotate':
      return withSecret(ground, await rotateSecret(deps, first));
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

async function withSecret(
  { webhookKey }: Ground,
  made: Result<Sender, readonly string[]>,
): Promise<Said> {
  if (!made.ok) return made;
  const { id, generations, product } = made.value;
  const secret = secretText(await webhookKey(), id, generations.at(-1)?.n ?? 1);
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
