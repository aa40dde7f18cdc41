import type { FeedMessage, FeedTopic } from '@vigil/contracts';

/** A message of the feed as it is sent: put into bytes once for all clients. */
export interface FeedEntry {
  readonly sequence: number;
  readonly topic: FeedTopic;
  readonly recordId: string;
  /** Whether a later message about the same record says all that this one does. */
  readonly isReplaceable: boolean;
  /** UTF-8 text of JSON. */
  readonly bytes: Buffer;
}

/** Puts a message into bytes, without what no client may see whoever wrote it. */
export function feedEntry(message: FeedMessage): FeedEntry {
  const { sequence, topic, type, record } = message;
  return {
    sequence,
    topic,
    recordId: record.id,
    isReplaceable: topic === 'job' && type === 'update',
    bytes: Buffer.from(JSON.stringify(message, withoutSecrets(topic))),
  };
}

/** Fields of records that are secret, by subject: the proof of a lease, and addresses with passwords in them. */
const secretFields: Partial<Record<FeedTopic, string>> = { job: 'leaseToken', camera: 'url' };

function withoutSecrets(topic: FeedTopic): ((key: string, value: unknown) => unknown) | undefined {
  const secret = secretFields[topic];
  return secret === undefined ? undefined : (key, value) => (key === secret ? undefined : value);
}

/** Of several messages in order those that say something which no later one of them says. */
export function withoutReplaced(entries: readonly FeedEntry[]): FeedEntry[] {
  const latest = new Map(entries.filter(({ topic }) => topic === 'job').map(({ recordId, sequence }) => [recordId, sequence]));
  return entries.filter((entry) => !entry.isReplaceable || latest.get(entry.recordId) === entry.sequence);
}
