/** One thing of a pack that was looked at. */
export interface PackCheck {
  /** Path of a file in the pack, or what else was looked at. */
  readonly name: string;
  /** Null where nothing seals it, and it is told so. */
  readonly holds: boolean | null;
  /** What was found, in a few words. */
  readonly finding: string;
}

/** What became of a pack. */
export interface PackVerdict {
  /** Whether everything holds. */
  readonly holds: boolean;
  /** Null where the manifest cannot be read. */
  readonly incidentId: string | null;
  /** The last link as the files make it; null where they do not hold. */
  readonly seal: string | null;
  /** Versions that the pack names; empty where the manifest cannot be read. */
  readonly versions: Readonly<Record<string, string>>;
  readonly checks: readonly PackCheck[];
}
