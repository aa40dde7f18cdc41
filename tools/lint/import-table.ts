/** Names of packages (`@vigil/<name>`) that a workspace may import, or every one of them. */
type Allowed = readonly string[] | 'every package';

/**
 * What each workspace may import, by its folder. A workspace that is missing here may not be linted, so that
 * a new package cannot slip in without a decision on where it stands. ARCHITECTURE.md shows the same table.
 */
export const importTable: Readonly<Record<string, Allowed>> = {
  'packages/contracts': [],
  'packages/detection': ['contracts'],
  'packages/vision': ['contracts'],
  'packages/hearing': ['contracts'],
  'packages/media': ['contracts'],
  'packages/models': ['contracts'],
  'packages/store': ['contracts'],
  'packages/media-store': ['contracts'],
  'packages/report': ['contracts'],
  'packages/pipeline': ['contracts', 'detection', 'vision', 'hearing', 'media', 'models'],
  'packages/evaluation': ['contracts', 'detection', 'pipeline', 'report'],
  'apps/server': 'every package',
  'apps/cli': 'every package',
  'apps/web': ['contracts'],
  bench: 'every package',
  e2e: 'every package',
  tools: 'every package',
  '.': 'every package',
};

/** Packages that run anywhere, browsers included: nothing of Node in their sources. */
export const packagesWithoutNode: readonly string[] = ['packages/contracts', 'packages/detection'];

/** Packages whose answers depend on their arguments alone: no clock, no randomness, no input or output in their sources. */
export const deterministicPackages: readonly string[] = ['packages/detection'];
