import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { s3Exports } from '#functions/adapters/s3-exports.ts';

const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' };
const client = new S3Client({ region: 'us-east-1', credentials });
const s3 = mockClient(client);
const files = s3Exports(client, 'away-exports');
beforeEach(() => s3.reset());

async function* pieces(...texts: string[]) {
  yield* texts;
}

test('a file is one object named after its export, and its bytes are counted', async () => {
  s3.on(PutObjectCommand).resolves({});
  expect(await files.write('e1', pieces('Zoë,', '1\r\n'))).toBe(8);
  const [call] = s3.commandCalls(PutObjectCommand);
  expect(call?.args[0].input).toMatchObject({ Bucket: 'away-exports', Key: 'e1' });
});

test('a file that breaks off is never put', async () => {
  const broken = (async function* () {
    yield 'half';
    throw new Error('the table is gone');
  })();
  await expect(files.write('e1', broken)).rejects.toThrow('the table is gone');
  expect(s3.commandCalls(PutObjectCommand)).toEqual([]);
});

test('a link is S3’s own, for a minute, and names the saved file', async () => {
  const { url } = await files.open('e1', 'cohort.xlsx', 'application/json');
  const { searchParams, pathname } = new URL(url);
  expect(pathname).toContain('e1');
  expect(searchParams.get('X-Amz-Expires')).toBe('60');
  expect(searchParams.get('response-content-disposition')).toBe(
    'attachment; filename="cohort.xlsx"',
  );
});
