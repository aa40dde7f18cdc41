/** How one job on one file ended. */
export interface JobOutcome {
  /** `frames`, `probe`, `clip`, `sound` or `command`. */
  readonly job: string;
  /** Code of the error; null for a result. */
  readonly code: string | null;
  /** The error's line, or what the result was. */
  readonly message: string;
  readonly seconds: number;
  /** Most memory that a process of the job held. */
  readonly peakResidentBytes: number;
  /** What must not be: empty where all is well. */
  readonly problems: readonly string[];
}

/** How all jobs on one file ended. */
export interface FileOutcome {
  /** Place in the corpus's list. */
  readonly index: number;
  readonly jobs: readonly JobOutcome[];
}
