/** Calls the deployed functions as AWS would. */
import {
  GetFunctionConfigurationCommand,
  InvokeCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { physical, until } from './stage.ts';

const client = new LambdaClient({});

export async function call(id: string, event: unknown): Promise<unknown> {
  const { Payload, FunctionError } = await client.send(
    new InvokeCommand({ FunctionName: nameOf(id), Payload: JSON.stringify(event) }),
  );
  const answer = Payload ? new TextDecoder().decode(Payload) : 'null';
  if (FunctionError) throw new Error(`${id} failed: ${answer}`);
  return JSON.parse(answer);
}

export async function environmentOf(id: string): Promise<Record<string, string>> {
  const { Environment } = await client.send(
    new GetFunctionConfigurationCommand({ FunctionName: nameOf(id) }),
  );
  return Environment?.Variables ?? {};
}

/** Sets one variable of a deployed function, and waits until it is in force. */
export async function configure(id: string, name: string, value: string): Promise<void> {
  const Variables = { ...(await environmentOf(id)), [name]: value };
  const FunctionName = nameOf(id);
  await client.send(
    new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables } }),
  );
  await until(`${id} is told ${name}`, async () => {
    const { LastUpdateStatus } = await client.send(
      new GetFunctionConfigurationCommand({ FunctionName }),
    );
    return LastUpdateStatus === 'Successful';
  });
}

function nameOf(id: string): string {
  return physical('AwayRotations', 'lambdas', id);
}
