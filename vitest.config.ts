import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['dot', './test/summary-reporter.ts'],
    // Files share a worker: no test leaves anything behind in a module, and importing is most of the time.
    isolate: false,
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/{process,browser,tidy,aws}/**'],
        },
      },
      {
        extends: true,
        test: { name: 'tidy', include: ['test/tidy/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'process',
          include: ['test/{process,browser}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // Each starts servers or a browser of its own; two at once would wait for each other's processor.
          fileParallelism: false,
        },
      },
    ],
  },
});
