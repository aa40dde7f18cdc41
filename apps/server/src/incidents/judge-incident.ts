import { type IncidentChange, type IncidentRecord, longestNote, mostTags, VigilError } from '@vigil/contracts';
import { changeRecord, type RecordChange, withValues } from '../records/change-record.ts';
import type { ServerContext } from '../server-context.ts';

/** What a person makes of an incident; what is left out stays. */
export type Judgement = Omit<IncidentChange, 'version'>;

/** One judgement of one incident. */
export interface JudgementOrder {
  readonly id: string;
  readonly judgement: Judgement;
  /** Version it was made on; undefined for whatever is stored. */
  readonly madeOn: number | undefined;
  /** Name of the person or key. */
  readonly by: string;
}

/**
 * Confirms, dismisses or reopens an incident; notes, tags, assigns, holds it. Neither the feed nor the audit log hears of it yet.
 *
 * @throws VigilError `not-found`, `conflict` where another version is stored, or where tags or note would grow too long
 */
export async function judgeIncident(
  { store, clock }: ServerContext,
  { id, judgement, madeOn, by }: JudgementOrder,
): Promise<RecordChange<IncidentRecord>> {
  const { status, tags, addTags, removeTags, note, appendNote, ...rest } = judgement;
  const at = new Date(clock()).toISOString();
  return await changeRecord(store.incidents, id, madeOn, (incident) => {
    const decided = status !== undefined && status !== incident.status;
    const reviewed = status === 'new' ? { reviewedBy: null, reviewedAt: null } : { reviewedBy: by, reviewedAt: at };
    return withValues(incident, {
      ...rest,
      tags: tagsAfter(incident.tags, { tags, addTags, removeTags }),
      note: noteAfter(incident.note, { note, appendNote }),
      ...(decided ? { status, ...reviewed } : {}),
    });
  });
}

function tagsAfter(
  stored: readonly string[],
  { tags, addTags = [], removeTags = [] }: Pick<Judgement, 'tags' | 'addTags' | 'removeTags'>,
): string[] {
  const removed = new Set(removeTags);
  const next = [...new Set([...(tags ?? stored), ...addTags])].filter((tag) => !removed.has(tag));
  if (next.length <= mostTags) return next;
  throw new VigilError('conflict', `The incident would have ${next.length} tags; ${mostTags} are the most`);
}

function noteAfter(stored: string, { note = stored, appendNote }: Pick<Judgement, 'note' | 'appendNote'>): string {
  const next = [note, appendNote ?? ''].filter((part) => part !== '').join('\n');
  if (next.length <= longestNote) return next;
  throw new VigilError('conflict', `The note would have ${next.length} characters; ${longestNote} are the most`);
}

/** What the audit log calls a judgement: by its decision where it has one. */
export function judgementAction({ status }: Judgement): string {
  switch (status) {
    case 'confirmed':
      return 'incident.confirm';
    case 'dismissed':
      return 'incident.dismiss';
    case 'new':
      return 'incident.reopen';
    case undefined:
      return 'incident.change';
  }
}
