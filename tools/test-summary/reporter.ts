import type { Reporter, TestModule } from 'vitest/node';
import { type SkippedTest, summaryLines } from './summary.ts';

/** Ends the output of a test run with {@link summaryLines}. It stands last in the list of reporters. */
export class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    let passed = 0;
    let failed = unhandledErrors.length;
    const skipped: SkippedTest[] = [];
    for (const module of modules) {
      failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') passed++;
        else if (result.state === 'failed') failed++;
        else
          skipped.push({
            name: `${module.relativeModuleId} > ${test.fullName}`,
            note: 'note' in result ? result.note : undefined,
          });
      }
      for (const suite of module.children.allSuites()) {
        failed += suite.errors().length;
        // A block whose tests come from a list that is empty on this machine: its name says what is missing.
        if (suite.children.size === 0 && suite.state() === 'skipped') {
          skipped.push({ name: `${module.relativeModuleId} > ${suite.fullName}`, note: undefined });
        }
      }
    }
    process.stdout.write(`${summaryLines({ passed, failed, skipped }).join('\n')}\n`);
  }
}
