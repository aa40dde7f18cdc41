/** Texts of the search. */
export const search = {
  title: 'Search',
  label: 'Search incidents and videos',
  hint: 'Words, kinds, places, times: “fall stairs yesterday”, “bag left dismissed”, “2026-11-20 12:00–14:00”',
  understood: 'Understood as',
  as: {
    kind: (name: string) => `kind: ${name}`,
    severity: (name: string) => `severity: ${name}`,
    status: (name: string) => `status: ${name}`,
    time: (span: string) => `time: ${span}`,
    text: (words: string) => `words: ${words}`,
  },
  incidents: 'Incidents',
  videos: 'Videos',
  more: 'More',
  nothing: 'Nothing matches',
  nothingText: (query: string) =>
    `No incident and no file holds all of “${query}”. Search looks at titles, kinds, sources, notes, tags, captions, transcripts, times and file names; it does not guess.`,
  noIncidents: 'No incident matches.',
  noVideos: 'No file name matches.',
  like: {
    title: 'Incidents like this one',
    text: (compared: number, complete: boolean) =>
      `Compared by how the strangest thing in each looks, with ${complete ? 'all' : 'the newest'} ${compared.toLocaleString('en')} that something was looked at in. The most alike come first; whether that is alike enough, you see.`,
    alike: (percent: string) => `${percent} alike`,
    none: 'Nothing to compare with',
    noneText: 'No other incident that is stored was looked at so far.',
  },
  start: 'What are you looking for?',
  startText: 'Every word has to match. Kinds, severities, statuses and times are recognised and shown below the box.',
} as const;
