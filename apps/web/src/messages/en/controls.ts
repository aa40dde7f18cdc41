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
  work: {
    stop: 'Stop everything',
    stopQuestion: 'Stop all work?',
    stopText: 'No job begins in any process. Running ones write a checkpoint and go on from there when you let them.',
    stopped: 'Everything is stopped: no job begins, running ones were given back and go on later.',
    resume: 'Let work go on',
  },
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
    learn: 'learning what is normal',
    score: 'comparing',
    evidence: 'cutting clips',
  } as Readonly<Record<string, string>>,
  stages: { queued: 'Waiting', paused: 'Paused', cancelling: 'Being cancelled' },
  clip: (number: number, of: number) => `clip ${number} of ${of}`,
  progress: (done: string, total: string | null) => (total === null ? done : `${done} of ${total}`),
  speed: (times: string) => `${times} × real time`,
  left: (time: string) => `about ${time} left`,
} as const;
