import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  test: {
    // `--mode all-seasons` plays whole seasons, else only their beginning.
    env: { AWAY_SEASONS: mode === 'all-seasons' ? 'whole' : 'beginning' },
    reporters: ['./test/summary-reporter.ts'],
    // What a test prints says something only where it fails.
    silent: 'passed-only',
    // Files share a worker: no test leaves anything behind in a module, and importing is most of the time.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/{season,laws,process,browser,tidy,aws}/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'season',
          include: ['test/{season,laws}/**/*.test.ts'],
          testTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: { name: 'tidy', include: ['test/tidy/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'process',
          include: ['test/process/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          // Chromium sometimes never answers one call of a busy machine: only then a test is tried a second time.
          retry: { count: 1, condition: /Test timed out/ },
          testTimeout: 120_000,
        },
      },
    ],
  },
}));
