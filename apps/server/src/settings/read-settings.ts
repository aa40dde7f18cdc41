import type { Settings } from '@vigil/contracts';
import type { NewRecord, Store } from '@vigil/store';

/** Id of the one record of settings. */
export const settingsId = 'settings';

/** What holds until an administrator says otherwise: nothing is removed, and what is uploaded is analysed. */
export const initialSettings: NewRecord<Settings> = {
  id: settingsId,
  defaultBudgetIncidentsPerDay: 5,
  analyseUploads: true,
  queuePaused: false,
  retention: { maxAgeDays: null, maxBytes: null },
  retentionBySource: {},
  auditDays: 365,
};

/** The settings that hold now; version 1 of the initial ones where nobody has changed any. */
export async function readSettings({ settings }: Store): Promise<Settings> {
  const beginning = new Date(0).toISOString();
  return (await settings.get(settingsId)) ?? { ...initialSettings, version: 1, createdAt: beginning, updatedAt: beginning };
}
