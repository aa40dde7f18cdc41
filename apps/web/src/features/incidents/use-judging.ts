import type { IncidentSummary } from '@vigil/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { incidentList } from '../../messages/en/incidents.ts';
import { type Action, foreseen, type Order, undoOrders } from './judging.ts';
import { patchLists } from './patch-lists.ts';
import { useCountRefresh } from './use-incident-counts.ts';

const text = incidentList.done;
/** How long the last action can be taken back. */
const undoMs = 10_000;

/** An incident that an action did not reach, and why. */
export interface Failure {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
}

/** What was done last. */
export interface Outcome {
  readonly text: string;
  /** What takes it back; none where it has been. */
  readonly undo: readonly Order[];
}

/** Carries out what a reader decides about incidents. */
export interface Judging {
  readonly run: (ids: readonly string[], action: Action) => void;
  readonly undo: () => void;
  readonly outcome: Outcome | null;
  readonly failures: readonly Failure[];
  /** The request that failed as a whole. */
  readonly error: unknown;
  readonly forgetFailures: () => void;
}

interface Trouble {
  readonly failures: readonly Failure[];
  readonly error: unknown;
}

const noTrouble: Trouble = { failures: [], error: null };

/** @param find Incidents as they are now */
export function useJudging(find: (id: string) => IncidentSummary | undefined): Judging {
  const client = useQueryClient();
  const refreshCounts = useCountRefresh();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [trouble, setTrouble] = useState(noTrouble);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const tell = (next: Outcome): void => {
    clearTimeout(timer.current);
    setOutcome(next);
    timer.current = setTimeout(() => setOutcome(null), undoMs);
  };
  const carryOut = async ({ ids, action }: Order): Promise<readonly IncidentSummary[]> => {
    const before = ids.flatMap((id) => find(id) ?? []);
    patchLists(client, new Map(before.map((incident) => [incident.id, foreseen(incident, action)])));
    try {
      const reasons = await send({ ids, action });
      const failed = before.filter(({ id }) => reasons.has(id));
      patchLists(client, new Map(failed.map((incident) => [incident.id, incident])));
      const failures = failed.map(({ id, title }) => ({ id, title, reason: reasons.get(id) ?? '' }));
      setTrouble({ failures, error: null });
      return before.filter(({ id }) => !reasons.has(id));
    } catch (error) {
      patchLists(client, new Map(before.map((incident) => [incident.id, incident])));
      setTrouble({ failures: [], error });
      return [];
    } finally {
      refreshCounts();
    }
  };
  const run = async (order: Order): Promise<void> => {
    if (order.ids.length === 0) return;
    const done = await carryOut(order);
    if (done.length > 0) tell({ text: told(order.action, done.length), undo: undoOrders(done, order.action) });
  };
  const undo = async (): Promise<void> => {
    if (outcome === null || outcome.undo.length === 0) return;
    const done = await Promise.all(outcome.undo.map(carryOut));
    if (done.some(({ length }) => length > 0)) tell({ text: text.undone, undo: [] });
  };
  return {
    outcome,
    ...trouble,
    forgetFailures: () => setTrouble(noTrouble),
    run: (ids, action) => void run({ ids, action }),
    undo: () => void undo(),
  };
}

/** Why incidents were not changed, by id; empty where all were. */
async function send({ ids, action }: Order): Promise<ReadonlyMap<string, string>> {
  if (action.type === 'reviewed') {
    const body = { ids: [...ids], reviewed: action.reviewed };
    const { missing } = await bodyOf(api.POST('/api/v1/incidents/reviewed', { body }));
    return new Map(missing.map((id) => [id, text.gone]));
  }
  const { results } = await bodyOf(api.POST('/api/v1/incidents/bulk', { body: { ids: [...ids], change: action.change } }));
  return new Map(results.flatMap(({ id, error }) => (error === null ? [] : [[id, reasonOf(error)] as const])));
}

function reasonOf({ code, message }: { readonly code: string; readonly message: string }): string {
  return code === 'not-found' ? text.gone : message;
}

function told(action: Action, count: number): string {
  if (action.type === 'reviewed') return action.reviewed ? text.reviewed(count) : text.notReviewed(count);
  const { status } = action.change;
  return status === undefined ? text.changed(count) : text[status](count);
}
