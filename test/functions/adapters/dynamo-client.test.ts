import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { dynamoClient } from '#functions/adapters/dynamo-client.ts';

describe('the client that is deployed', () => {
  let requestCount: number;
  let answer: { status: number; type: string } | 'silence';
  const server = createServer((request, response) => {
    requestCount += 1;
    request.resume();
    if (answer === 'silence') return;
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify({ __type: answer.type, message: 'said by the table' }));
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    vi.stubEnv('AWS_REGION', 'us-east-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  beforeEach(() => {
    requestCount = 0;
  });

  const ask = async () => {
    const client = dynamoClient();
    const key = { TableName: 'away', Key: { pk: { S: 'a' } } };
    return client.send(new GetItemCommand(key)).finally(() => client.destroy());
  };

  test.each([
    [400, 'ProvisionedThroughputExceededException'],
    [500, 'InternalServerError'],
  ])('asks four times when it hears %s %s, then throws', async (status, type) => {
    answer = { status, type: `com.amazonaws.dynamodb.v20120810#${type}` };
    await expect(ask()).rejects.toThrow(/said by the table/);
    expect(requestCount).toBe(4);
  });

  test.each(['ValidationException', 'ResourceNotFoundException'])(
    'asks once when it hears %s, which asking again would not fix',
    async (type) => {
      answer = { status: 400, type: `com.amazonaws.dynamodb.v20120810#${type}` };
      await expect(ask()).rejects.toThrow(/said by the table/);
      expect(requestCount).toBe(1);
    },
  );

  test('gives up a silent table after four tries', async () => {
    answer = 'silence';
    await expect(ask()).rejects.toThrow();
    expect(requestCount).toBe(4);
  });
});
