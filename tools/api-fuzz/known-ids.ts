/** Records that requests are to find, so that not every answer is that there is nothing; `hooks.py` has the same ids. */
export const knownRecords = {
  video: 'known-video',
  analysis: 'known-analysis',
  queuedAnalysis: 'queued-analysis',
  incident: 'known-incident',
  profile: 'known-profile',
  /** Each for one thing that is done to a profile, and keeps the next from being done. */
  taughtProfile: 'taught-profile',
  undoneProfile: 'undone-profile',
  correction: 'known-correction',
  evaluation: 'known-evaluation',
  labelSet: 'known-labels',
  rule: 'known-rule',
  delivery: 'known-delivery',
  job: 'known-job',
} as const;

/** A record of each sort that may be removed, since nothing is built on it. */
export const spareRecord = 'spare';
