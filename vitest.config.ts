import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tools/test-summary/longest-first.ts';
import { SummaryReporter } from './tools/test-summary/reporter.ts';

export default defineConfig({
  test: {
    include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'tools/**/*.test.ts', 'bench/**/*.test.ts', 'e2e/**/*.test.ts'],
    // Tests of the MongoDB store use this server where it is named, and start one of their own otherwise.
    provide: { mongodbUrl: process.env['MONGODB_URL'] ?? '' },
    reporters: ['default', new SummaryReporter()],
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    slowTestThreshold: 10_000,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
