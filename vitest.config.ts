import { defineConfig } from 'vitest/config';

/** What `npm run test:season` plays longer than `npm test` does. */
const PLAYED_LONGER = [
  'test/laws/laws.test.ts',
  'test/season/simulator.test.ts',
  'test/shared/shortlist/timetable.test.ts',
];

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
    // Only ends what hangs: a slow machine fails nothing.
    testTimeout: 300_000,
    hookTimeout: 300_000,
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
          include: mode === 'all-seasons' ? PLAYED_LONGER : ['test/{season,laws}/**/*.test.ts'],
          testTimeout: 900_000,
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
