import type { UploadPhase } from '../../lib/uploads/upload-item.ts';

const files = (count: number): string => (count === 1 ? '1 file' : `${count} files`);

/** Texts of uploading. */
export const uploads = {
  title: 'Uploads',
  upload: 'Upload videos',
  uploadFolder: 'Upload a folder',
  drop: 'Drop videos or folders to upload them',
  offer: {
    title: (count: number, size: string) => `Upload ${files(count)} (${size})`,
    nothing: 'There is no video among what you chose.',
    leftOut: (count: number) => `${count === 1 ? '1 other file is' : `${count} other files are`} no video by name and left out.`,
    more: (count: number) => `and ${count} more`,
    source: 'Source',
    sourceHint:
      'Camera or place that the videos belong to, such as gate-1. Letters, digits, dots, dashes. Left empty: each stands for itself.',
    sourceWrong: 'Only letters, digits, “.”, “_” and “-”, at most 128, beginning with a letter or digit.',
    analyse: 'Analyse as soon as they are there',
    profile: 'What is normal',
    profileSelf: 'Each video is compared with itself',
    budget: 'Alarm budget, incidents a day',
    budgetHint: (general: number | null) =>
      general === null ? 'Left empty: as the settings say.' : `Left empty: ${general}, as the settings say.`,
    budgetWrong: 'A number above 0, at most 100,000.',
    begin: 'Upload',
    cancel: 'Cancel',
    close: 'Close',
  },
  dock: {
    running: (done: number, all: number) => `Uploading ${Math.min(done + 1, all)} of ${all}`,
    paused: (count: number) => `${files(count)} paused`,
    failed: (count: number) => `${files(count)} not uploaded`,
    interrupted: (count: number) => `${files(count)} interrupted`,
    done: (count: number) => `${files(count)} uploaded`,
    left: (time: string) => `about ${time} left`,
    open: 'Show uploads',
    close: 'Hide uploads',
    clear: 'Clear done',
  },
  phases: {
    waiting: 'Waits for its turn',
    sending: 'Uploading',
    reconnecting: 'The server does not answer; trying again',
    paused: 'Paused',
    interrupted: 'Interrupted',
    failed: 'Not uploaded',
    done: 'Uploaded',
  } satisfies Record<UploadPhase, string>,
  checking: 'Arrived; the server looks into it',
  sent: (sent: string, all: string) => `${sent} of ${all}`,
  rate: (rate: string) => `${rate}/s`,
  left: (time: string) => `${time} left`,
  interruption: {
    goesOn: 'The page was loaded again on the way. It goes on where it was; your browser may ask whether the file may be read.',
    chooseText: 'The page was loaded again on the way. Choose the same file again: it goes on where it was.',
    goOn: 'Go on',
    choose: 'Choose the file',
    problems: {
      refused: () => 'The browser was not allowed to read the file. Go on and allow it, or choose the file.',
      gone: (name: string) => `${name} is not where it was any more. Choose it again.`,
      other: (name: string) => `That is not the file that was begun with: ${name} of the same size and date is needed.`,
    },
  },
  pause: (name: string) => `Pause ${name}`,
  resume: (name: string) => `Go on with ${name}`,
  retry: (name: string) => `Try ${name} again`,
  cancel: (name: string) => `Cancel ${name}`,
  dismiss: (name: string) => `Take ${name} off this list`,
  analysis: {
    label: 'Analysis',
    open: 'Open',
    cancel: 'Cancel analysis',
    cancelled: 'Analysis cancelled',
    failed: 'Analysis failed',
    notAsked: 'Stored, not analysed',
    done: (incidents: number | null) =>
      incidents === null
        ? 'Analysed'
        : incidents === 0
          ? 'Analysed: no incidents'
          : incidents === 1
            ? 'Analysed: 1 incident'
            : `Analysed: ${incidents} incidents`,
  },
  announced: {
    done: (name: string) => `${name} is uploaded.`,
    failed: (name: string) => `${name} could not be uploaded.`,
  },
  /** What went wrong, by code, with what to do about it. The server's own words follow where they say more. */
  problems: {
    'file-empty': 'The file is empty. Record or copy it again.',
    'file-truncated': 'The file is cut off before its first picture. Copy it again, whole.',
    'file-unreadable': 'The file is too damaged to be read. Copy or record it again.',
    'not-media': 'This is not a video. Choose a file such as MP4, MOV, MKV, WebM, AVI or MPEG-TS.',
    'no-video': 'There are no pictures in it, only sound.',
    'codec-unsupported': 'Its way of coding pictures is not known. Convert it, for example to H.264.',
    'picture-size-unsupported': 'Its pictures are too small or too large. Scale the video.',
    'media-type-unsupported': 'This format is not accepted here.',
    'media-process-died': 'Looking into the file failed. Convert it with another program and try again.',
    'media-process-stalled': 'Looking into the file took too long. Convert it and try again.',
    'too-large': 'The file is larger than this server accepts.',
    'disk-full': 'The server has no space left. Remove videos, or shorten the retention, and try again.',
    'quota-exceeded': 'The server has no space left for videos. Remove some, or shorten the retention, and try again.',
    'not-writable': 'The server cannot write to its disk. Tell whoever runs it.',
    'profile-missing': 'The profile is not there any more. Choose another and upload again.',
    'bad-request': 'The server does not take it like this.',
    'rate-limited': 'Too much at once. Try again in a moment.',
    'not-signed-in': 'Your session has ended. Sign in and try again; what has arrived is kept.',
    forbidden: 'Your role does not allow uploads.',
    'store-unavailable': 'The database does not answer. Try again in a moment; what has arrived is kept.',
    unreachable: 'The server does not answer. Try again when it is back; what has arrived is kept.',
    'unreadable-here': 'The browser cannot read the file any more: it was moved, changed or removed. Choose it again.',
  } as Readonly<Record<string, string>>,
  otherProblem: 'The upload failed.',
} as const;
