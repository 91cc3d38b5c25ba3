import { defineConfig } from 'vitest/config';

/** What `npm run verify` asks of AWS's own DynamoDB, which needs Java. */
export default defineConfig({
  test: {
    reporters: ['./test/summary-reporter.ts'],
    include: ['test/aws/dynamodb/*.test.ts'],
    globalSetup: './test/aws/dynamodb/dynamo-local.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
