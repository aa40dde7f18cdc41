import { basename } from 'node:path';
import { removeExpiredUploads } from '../uploads/repair-uploads.ts';
import { removeUnusedContent } from '../videos/remove-unused-content.ts';
import { oldestFirst } from './pages.ts';
import { type RetentionContext, throwIfStopped } from './retention-context.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const prefixes = Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, '0'));
/** Hours in which all originals are gone through: each hour looks at its share. */
const roundHours = 24;
const pageFiles = 1000;

/** Removes uploads and other files in progress that were given up; returns how many files. */
export async function removeAbandoned({ media, clock }: RetentionContext): Promise<number> {
  return (await removeExpiredUploads({ media, clock })) + (await media.removeAbandoned());
}

/** Removes originals that no record speaks of, as a removal soon after the upload and a kill between file and record leave them; goes through all of them in a day. */
export async function removeOrphans(context: RetentionContext): Promise<number> {
  const { media, clock, signal } = context;
  const hour = Math.floor(clock() / hourMs) % roundHours;
  let removed = 0;
  for (const prefix of prefixes.filter((_, index) => index % roundHours === hour)) {
    let after: string | undefined;
    for (;;) {
      throwIfStopped(signal);
      const files = await media.list(`originals/${prefix}`, pageFiles, after);
      for (const { key } of files) {
        if (await removeUnusedContent(context, basename(key), 0)) removed++;
      }
      after = files.at(-1)?.key;
      if (files.length < pageFiles) break;
    }
  }
  return removed;
}

/** Removes entries of the audit log that are older than so many days. */
export async function removeOldAuditEntries({ store, clock, signal }: RetentionContext, auditDays: number): Promise<number> {
  const before = new Date(clock() - auditDays * dayMs).toISOString();
  let removed = 0;
  for await (const { id } of oldestFirst(store.audit, { before })) {
    throwIfStopped(signal);
    if (await store.audit.remove(id)) removed++;
  }
  return removed;
}
