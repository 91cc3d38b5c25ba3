/** `npm run sender`: the senders of updates, which a lead advisor also manages on the advisors' pages. */
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
import { readMapping, readNewSender, type Sender } from '#shared/exchange/webhook/sender.ts';
import { secretText } from '#shared/exchange/webhook/signature.ts';
import { type CommandData, onData } from './command-data.ts';
import { type CallOf, runCommand } from './commands/run.ts';
import { jsonOf } from './input-file.ts';

type Answer = Result<string, readonly string[]>;

await runCommand('sender', (call) =>
  onData('refuse', async (data) => {
    const answer = await act(data, call);
    return answer.ok ? answer : failure(answer.failure.join('\n'));
  }),
);

async function act(data: CommandData, call: CallOf<'sender'>): Promise<Answer> {
  const { store, clock } = data;
  const deps = { store, clock };
  switch (call.form) {
    case 'list':
      return success((await allSenders(store)).map(line).join('\n') || 'No senders.');
    case 'add': {
      const of = withJson(call.file, readNewSender);
      return of.ok ? withSecret(data, await addSender(deps, of.value)) : of;
    }
    case 'rotate':
      return withSecret(data, await rotateSecret(deps, call.id));
    case 'end-older':
      return asLine(await endOlderSecret(deps, call.id));
    case 'revoke':
      return asLine(await revokeSender(deps, call.id));
    case 'mapping': {
      const mapping = withJson(call.file, readMapping);
      return mapping.ok ? asLine(await changeMapping(deps, call.id, mapping.value)) : mapping;
    }
  }
}

function asLine(made: Result<Sender, readonly string[]>): Answer {
  return made.ok ? success(line(made.value)) : made;
}

async function withSecret(
  { webhookKey }: CommandData,
  made: Result<Sender, readonly string[]>,
): Promise<Answer> {
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
  const json = jsonOf(path);
  if (!json.ok) return failure([json.failure]);
  const made = read(json.value);
  return made.ok ? made : failure(made.failure.map((fault) => `${path}: ${fault}`));
}
