import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, the longest first; measured on two processors. */
const longest = [
  'apps/server/src/worker/worker.test.ts',
  'apps/cli/src/demo.test.ts',
  'e2e/',
  'apps/cli/src/bad-input.test.ts',
  'packages/store/src/mongo/mongo-faults.test.ts',
  'packages/pipeline/src/analyse/',
  'tools/hostile-files/hostile-files.test.ts',
  'apps/cli/src/cancel.test.ts',
];

/** Starts the longest files first, so that none of them runs alone at the end while the other processors wait. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rankOf(a.moduleId) - rankOf(b.moduleId));
  }
}

function rankOf(file: string): number {
  const rank = longest.findIndex((part) => file.includes(part));
  return rank < 0 ? longest.length : rank;
}
