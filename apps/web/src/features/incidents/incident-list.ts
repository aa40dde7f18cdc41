import type { QueryClient } from '@tanstack/react-query';
import { addressOf, type IncidentQuery, type IncidentView, queryOf } from './incident-view.ts';
import type { KnownPages } from './known-pages.ts';

/** A list as it was read at one moment. What comes later is told apart, so that nothing moves until somebody asks for it. */
export interface IncidentList {
  /** Address of the view. */
  readonly address: string;
  readonly query: IncidentQuery;
  /** Milliseconds since 1970. */
  readonly readAtMs: number;
  /** Whether the reader asked for what came in: the focus goes to the first incident then, as what had it is gone. */
  readonly isRenewed: boolean;
}

/** Where the reader was in a list. */
export interface Place {
  readonly list: IncidentList;
  readonly pages: KnownPages;
  readonly active: number | null;
  readonly scrollTop: number;
}

const placeKey = ['incident-place'];

/** Reads a view anew. */
export function newList(view: IncidentView, userId: string, isRenewed = false): IncidentList {
  const readAtMs = Date.now();
  return { address: addressOf(view).toString(), query: queryOf(view, userId, readAtMs), readAtMs, isRenewed };
}

/** Names a list among all that were read. */
export function listKey({ address, readAtMs }: IncidentList): string {
  return `${address} ${readAtMs}`;
}

/** Remembers where the reader is, for when they come back from an incident. */
export function keepPlace(client: QueryClient, place: Place): void {
  client.setQueryData<Place>(placeKey, place);
}

/** Where the reader was in the list of an address; undefined where that was another list, or long ago. */
export function placeIn(client: QueryClient, address: string): Place | undefined {
  const place = client.getQueryData<Place>(placeKey);
  return place?.list.address === address ? place : undefined;
}
