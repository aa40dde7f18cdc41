import { defineConfig } from 'vitest/config';
import { SummaryReporter } from './tools/test-summary/reporter.ts';

export default defineConfig({
  test: {
    include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'tools/**/*.test.ts', 'bench/**/*.test.ts'],
    reporters: ['default', new SummaryReporter()],
    pool: 'forks',
    maxWorkers: 2,
    slowTestThreshold: 10_000,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
