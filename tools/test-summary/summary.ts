/** One test that did not run, or a block that was skipped before it had any. */
export interface SkippedTest {
  /** File, describe blocks and title, joined by ` > `. */
  name: string;
  /** The note that was given to `context.skip(note)`, if any; a skip of a whole block says its reason in the block's name. */
  note: string | undefined;
}

/** Outcome of a whole run. */
export interface TestCounts {
  passed: number;
  /** Tests that failed, files that could not be loaded, and errors outside of any test. */
  failed: number;
  skipped: readonly SkippedTest[];
}

/** The end of a run's output: the skipped tests by name, then one line of plain figures, which is the last. */
export function summaryLines({ passed, failed, skipped }: TestCounts): string[] {
  const names = skipped.map(({ name, note }) => `  ${name}${note === undefined ? '' : ` [${note}]`}`);
  return [
    ...(skipped.length > 0 ? ['Skipped:', ...names, ''] : []),
    `${passed} passed, ${failed} failed, ${skipped.length} skipped`,
  ];
}
