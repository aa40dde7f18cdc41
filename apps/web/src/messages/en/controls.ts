/** Texts of controls that several pages have. */
export const controls = {
  confirm: { cancel: 'Cancel', close: 'Close', failed: 'This could not be done' },
  secret: {
    once: 'It is shown this once. Keep it in a safe place now; nobody can look it up later.',
    copy: 'Copy',
    copied: 'Copied',
    done: 'I have kept it',
  },
  table: { show: 'Show the values', hide: 'Hide the values' },
  more: 'Show more',
  videos: {
    find: 'Find videos',
    findHint: 'Words of the name',
    add: 'Add',
    addOf: (name: string) => `Add ${name}`,
    added: 'added',
    addedOf: (name: string) => `${name} is added`,
    noVideos: 'No such videos.',
    unusable: 'cannot be read',
  },
  /** Stages of the pipeline in words. */
  steps: {
    extract: 'looking',
    listen: 'listening',
    score: 'comparing',
    evidence: 'cutting clips',
  } as Readonly<Record<string, string>>,
  stages: { queued: 'Waiting', paused: 'Paused', cancelling: 'Being cancelled' },
  progress: (done: string, total: string | null) => (total === null ? done : `${done} of ${total}`),
  speed: (times: string) => `${times} × real time`,
  left: (time: string) => `about ${time} left`,
} as const;
