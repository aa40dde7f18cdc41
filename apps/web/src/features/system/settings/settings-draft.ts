import type { SettingsChange } from '../system-queries.ts';

/** What was touched of the settings, as it is typed. */
export interface SettingsDraft {
  readonly defaultBudgetIncidentsPerDay?: number | string;
  readonly analyseUploads?: boolean;
  readonly queuePaused?: boolean;
  readonly auditDays?: number | string;
}

/** What is to be changed, and nothing that was not touched. */
export function changeOf({ defaultBudgetIncidentsPerDay, auditDays, ...switches }: SettingsDraft): SettingsChange {
  return {
    ...switches,
    ...(defaultBudgetIncidentsPerDay === undefined ? {} : { defaultBudgetIncidentsPerDay: Number(defaultBudgetIncidentsPerDay) }),
    ...(auditDays === undefined ? {} : { auditDays: Number(auditDays) }),
  };
}
