import type { ClipJob } from '../process/messages.ts';
import type { ParentLink } from './parent-link.ts';
export async function runClipJob(_j: ClipJob, _l: ParentLink): Promise<void> {}
