import type { Store } from '../port/store.ts';
import { jobRequest, leaseOne } from './job-samples.ts';
import { newApiKey, newAuditEntry, newIncident, newRule, newVideo } from './record-samples.ts';

/** Puts something into most collections: changed records, hostile keys, a job in each state, messages, accounts. */
export async function fillStore(store: Store): Promise<void> {
  const incidents = Array.from({ length: 250 }, (_, index) => {
    const occurredAt = new Date(Date.UTC(2026, 2, 1, 0, index % 70)).toISOString();
    const incident = newIncident(`i${index}`, { occurredAt, note: `ladder ${index}`, tags: ['police'] });
    return { ...incident, version: 1, createdAt: occurredAt, updatedAt: occurredAt };
  });
  await store.importRecords('incidents', incidents);
  await store.incidents.update('i7', (incident) => ({ ...incident, status: 'confirmed' }));
  await store.videos.insert(newVideo('v1', { name: 'Hof_ü.mp4' }));
  await store.rules.insert(newRule('r1'));
  await store.apiKeys.insert(newApiKey('k1'));
  await store.audit.insert(newAuditEntry('a1', { details: { 'a.b': { $set: 1.5 }, '': null, '%': [1, '🔑'] } }));
  await store.serviceStates.insert({ id: 'reader', values: { sequence: 12 } });
  for (const incidentId of ['i1', 'i2']) await store.reviewMarks.insert({ id: `m-${incidentId}`, userId: 'u1', incidentId });
  const events = [{ startSeconds: 1.5, endSeconds: 2, kind: 'fall' }];
  await store.labelSets.insert({ id: 'l1', name: 'Falls', clips: [{ videoId: 'v1', use: 'measure', events }], createdBy: 'u1' });
  await store.savedViews.insert({ id: 'u1', views: [{ id: 's1', name: 'Nights', query: 'tag=night&status=new' }] });
  for (const id of ['j1', 'j2', 'j3']) await store.jobs.enqueue(jobRequest(id));
  const { job, token } = await leaseOne(store.jobs, 60_000);
  await store.jobs.finish(job.id, token, { state: 'done' });
  await leaseOne(store.jobs, 60_000);
  const video = await store.videos.get('v1');
  if (video !== null) await store.events.append([1, 2, 3].map(() => ({ topic: 'video', type: 'new', record: video })));
  await store.accounts.create('user', { id: 'u1', email: 'ada@example.org', banned: false });
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
  await store.accounts.create('session', { id: 's1', userId: 'u1', token: 't1', expiresAt: inAnHour });
  // Ended so lately that no database has removed it yet.
  const aMinuteAgo = new Date(Date.now() - 60_000).toISOString();
  await store.accounts.create('session', { id: 's2', userId: 'u1', token: 't2', expiresAt: aMinuteAgo });
}
