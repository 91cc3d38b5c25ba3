/** The commands of an operator, as child processes that work on the deployed table. */
import { spawnSync } from 'node:child_process';
import { ORIGIN } from './people.ts';
import { physical } from './stage.ts';

const output = (name: string) => physical('AwayRotationsData', 'outputs', name);

export function operate(
  command: string,
  args: readonly string[],
  over: Record<string, string> = {},
) {
  return spawnSync(process.execPath, [`infra/local/${command}-command.ts`, ...args], {
    encoding: 'utf8',
    env: {
      ...process.env,
      AWAY_TABLE: output('TableName'),
      AWAY_PEPPER: output('PepperArn'),
      AWAY_WEBHOOK_KEY: output('WebhookKeyArn'),
      AWAY_URL: ORIGIN,
      ...over,
    },
  });
}
