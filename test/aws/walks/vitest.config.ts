/** The walks through the deployed emulation; `npm run verify` brings it up first. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['verbose', './test/summary-reporter.ts'],
    include: ['test/aws/walks/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // One deployment, two cores: walks that run beside each other would only wait for each other.
    fileParallelism: false,
  },
});
