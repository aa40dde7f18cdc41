import type { WriteVideoJob } from '../process/messages.ts';
import type { ParentLink } from './parent-link.ts';
export async function runWriteVideoJob(_j: WriteVideoJob, _l: ParentLink): Promise<void> {}
