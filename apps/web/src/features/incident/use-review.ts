import type { IncidentRecord } from '@vigil/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { ApiError } from '../../lib/api/api-error.ts';
import { asIncident } from '../../lib/queries/record-queries.ts';
import { conflictingFields, type ReviewChange, type Reviewed, type ReviewField } from './merge-review.ts';

/** A change, and what its author had before the eyes. */
export interface ReviewOrder {
  readonly change: ReviewChange;
  readonly base: Reviewed & { readonly version: number };
}

/** Somebody else changed the same; nothing was saved. */
export class ReviewConflict extends Error {
  override readonly name = 'ReviewConflict';
  readonly current: IncidentRecord;
  readonly change: ReviewChange;
  readonly fields: readonly ReviewField[];

  constructor(current: IncidentRecord, change: ReviewChange, fields: readonly ReviewField[]) {
    super(`Changed by somebody else: ${fields.join(', ')}`);
    this.current = current;
    this.change = change;
    this.fields = fields;
  }
}

/** Somebody may be faster several times over. */
const mostAttempts = 5;

/** Saves a review; what others changed meanwhile is kept, and where that cannot be, nothing is saved and the conflict is told. */
export function useReview(id: string) {
  const client = useQueryClient();
  return useMutation<IncidentRecord, Error, ReviewOrder>({
    mutationFn: ({ change, base }) => saveReview(id, change, base),
    onSuccess: (record) => client.setQueryData(['incident', id], record),
    onError: (error) => {
      if (error instanceof ReviewConflict) client.setQueryData(['incident', id], error.current);
    },
  });
}

async function saveReview(id: string, change: ReviewChange, base: ReviewOrder['base']): Promise<IncidentRecord> {
  const params = { path: { id } };
  let madeOn = base.version;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return asIncident(await bodyOf(api.PATCH('/api/v1/incidents/{id}', { params, body: { ...change, version: madeOn } })));
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'conflict') || attempt >= mostAttempts) throw error;
      const current = asIncident(await bodyOf(api.GET('/api/v1/incidents/{id}', { params })));
      const fields = conflictingFields(base, current, change);
      if (fields.length > 0) throw new ReviewConflict(current, change, fields);
      madeOn = current.version;
    }
  }
}
