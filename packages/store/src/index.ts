export type * from './port/account-records.ts';
export { accountModels } from './port/account-records.ts';
export type { Clock } from './port/clock.ts';
export type { EventLog } from './port/event-log.ts';
export type * from './port/filters.ts';
export type { IncidentStatistics, StatisticsSpan } from './port/incident-statistics.ts';
export type * from './port/job-queue.ts';
export type { ListOrder, ListRequest, NewRecord, RecordCollection } from './port/record-collection.ts';
export type { Store } from './port/store.ts';
