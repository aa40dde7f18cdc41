import type { IncidentSummary } from '@vigil/contracts';
import type { IncidentQuery } from './incident-view.ts';

/** What of an incident filters look at. */
type MatchedIncident = Omit<IncidentSummary, 'reviewed'>;

/** Whether an incident of the feed belongs to what is shown. Marks of the reader are left aside: the feed does not know them. */
export function matchesQuery(incident: MatchedIncident, query: IncidentQuery): boolean {
  const { status, from, before, videoId, sourceId, kind, severity, tag, assignedTo, held, text } = query;
  return (
    (status === undefined || incident.status === status) &&
    (from === undefined || incident.occurredAt >= from) &&
    (before === undefined || incident.occurredAt < before) &&
    (videoId === undefined || incident.videoId === videoId) &&
    (sourceId === undefined || incident.sourceId === sourceId) &&
    (kind === undefined || incident.kinds.includes(kind)) &&
    (severity === undefined || incident.severity === severity) &&
    (tag === undefined || incident.tags.includes(tag)) &&
    (assignedTo === undefined || incident.assignedTo === assignedTo) &&
    (held === undefined || String(incident.held) === held) &&
    (text === undefined || hasWords(incident, text))
  );
}

/** Every word begins a word of the incident's texts, as the server looks for them. */
function hasWords({ title, caption, transcript, note, tags, sourceName }: MatchedIncident, text: string): boolean {
  const stored = wordsOf([title, caption ?? '', transcript ?? '', note, ...tags, sourceName].join('\n'));
  return wordsOf(text).every((word) => stored.some((other) => other.startsWith(word)));
}

function wordsOf(text: string): readonly string[] {
  const folded = text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase();
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}
