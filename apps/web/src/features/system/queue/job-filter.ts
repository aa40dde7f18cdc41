import type { JobState, JobType } from '@vigil/contracts';
import { system } from '../../../messages/en/system.ts';

const states: readonly JobState[] = ['queued', 'leased', 'done', 'failed', 'cancelled'];

/** Names of the types of jobs. */
export const jobTypeNames: readonly string[] = Object.keys(system.queue.types);

/** The state that an address names; null for none. */
export function jobStateOf(text: string | null): JobState | null {
  return states.find((state) => state === text) ?? null;
}

/** The type that an address names; null for none. */
export function jobTypeOf(text: string | null): JobType | null {
  return text !== null && jobTypeNames.includes(text) ? (text as JobType) : null;
}
