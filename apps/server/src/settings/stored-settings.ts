import type { Settings } from '@vigil/contracts';
import type { NewRecord, Store } from '@vigil/store';
import { insertOnce } from '../jobs/job-context.ts';

/** Id of the one record of settings. */
export const settingsId = 'settings';

/** Settings of a new installation, before anybody changes them. `docs/configuration.md` tells of them. */
const firstSettings: NewRecord<Settings> = {
  id: settingsId,
  defaultBudgetIncidentsPerDay: 5,
  analyseUploads: true,
  queuePaused: false,
  retention: { maxAgeDays: null, maxBytes: null },
  retentionBySource: {},
  auditDays: 365,
};

/** The settings; those of a new installation are stored where there are none. */
export async function storedSettings(store: Store): Promise<Settings> {
  return (await store.settings.get(settingsId)) ?? (await insertOnce(store.settings, firstSettings));
}
