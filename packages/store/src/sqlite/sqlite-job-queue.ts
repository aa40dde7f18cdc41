import { randomUUID } from 'node:crypto';
import { jobStates, VigilError, type Job, type JobState } from '@vigil/contracts';
import { collections } from '../collections.ts';
import {
  begunAttempt,
  cancelledJob,
  finishedJob,
  lostJob,
  pausedJob,
  prioritisedJob,
  queuedJob,
  rememberedAttempts,
  requeuedJob,
} from '../jobs/job-changes.ts';
import type { JobFilter } from '../port/filters.ts';
import type { JobQueue } from '../port/job-queue.ts';
import { checkRecord } from '../records/check-record.ts';
import { stampNext, timestampOf } from '../records/stamp.ts';
import { raiseCounter, readCounter } from './counters.ts';
import { parseRecord, type RecordTable } from './record-table.ts';
import { refusingTaken, sqliteRecords, type SqliteContext } from './sqlite-records.ts';

/** Most leases that one call takes back. */
const mostLost = 200;

const ranOutSql = `SELECT record FROM jobs INDEXED BY jobs_leases WHERE state = 'leased' AND leaseExpiresAt <= ? ORDER BY leaseExpiresAt LIMIT ?`;

const nextSql = `SELECT record FROM jobs INDEXED BY jobs_next
WHERE state = 'queued' AND paused = 0 AND notBefore <= ? AND type IN (SELECT value FROM json_each(?))
ORDER BY priority DESC, turn, place LIMIT 1`;

/** The queue: every step is one transaction that no other process writes in between of. */
export function sqliteJobQueue(context: SqliteContext, table: RecordTable<Job>): JobQueue {
  const { connection, clock } = context;
  const { name, schema } = collections.jobs;
  const records = sqliteRecords<Job, JobFilter>(context, collections.jobs, table);
  const now = (): string => timestampOf(clock());

  function put(stored: Job, changed: Job): Job {
    const next = checkRecord(name, schema, stampNext(changed, stored, clock));
    table.put(stored, next);
    return next;
  }

  /** One more than the key's last turn, but not before the turn that was leased last. */
  function nextTurn(fairnessKey: string): number {
    const last = connection.first(
      'SELECT max(turn) AS turn FROM jobs INDEXED BY jobs_turns WHERE fairnessKey = ?',
      fairnessKey,
    )?.['turn'];
    return Math.max(last === null || last === undefined ? 0 : Number(last) + 1, readCounter(connection, 'jobs'));
  }

  /** Takes back leases that ran out, of jobs that pass. */
  function takeBack(passes: (job: Job) => boolean): Job[] {
    const at = now();
    return connection
      .all(ranOutSql, at, mostLost)
      .map((row) => parseRecord<Job>(row['record']))
      .filter(passes)
      .map((job) => put(job, lostJob(job, at)));
  }

  /** Changes a job while its lease lasts; null where it does not any more. */
  function whileLeased(id: string, token: string, change: (job: Job) => Job): Job | null {
    return connection.write(() => {
      const job = table.get(id);
      return job?.state === 'leased' && job.leaseToken === token ? put(job, change(job)) : null;
    });
  }

  return {
    get: records.get,
    getMany: records.getMany,
    list: records.list,
    count: records.count,
    async enqueue(request) {
      return connection.write(() => {
        const row = connection.first('SELECT record FROM jobs WHERE idempotencyKey = ?', request.idempotencyKey);
        if (row !== undefined) return { job: parseRecord<Job>(row['record']), added: false };
        const job = checkRecord(name, schema, queuedJob(request, nextTurn(request.fairnessKey), now()));
        refusingTaken(name, () => table.add(job));
        return { job, added: true };
      });
    },
    async lease({ worker, types, leaseMs }) {
      return connection.write(() => {
        takeBack((job) => job.attempts < job.maxAttempts && !job.cancelRequested);
        const at = now();
        const row = connection.first(nextSql, at, JSON.stringify(types));
        if (row === undefined) return null;
        const job = parseRecord<Job>(row['record']);
        const token = randomUUID();
        const attempt = job.attempts + 1;
        const leased = put(job, {
          ...job,
          state: 'leased',
          leaseOwner: worker,
          leaseToken: token,
          leaseExpiresAt: timestampOf(clock() + leaseMs),
          attempts: attempt,
          attemptLog: [...job.attemptLog, begunAttempt(attempt, worker, at)].slice(-rememberedAttempts),
        });
        raiseCounter(connection, 'jobs', job.turn);
        return { job: leased, token };
      });
    },
    async renew(id, token, { leaseMs, progress, checkpointSeconds }) {
      return whileLeased(id, token, (job) => ({
        ...job,
        leaseExpiresAt: timestampOf(clock() + leaseMs),
        progress: progress ?? job.progress,
        checkpointSeconds: checkpointSeconds ?? job.checkpointSeconds,
      }));
    },
    async finish(id, token, outcome) {
      return whileLeased(id, token, (job) => finishedJob(job, outcome, now()));
    },
    cancel: (id, reason) => records.update(id, (job) => cancelledJob(job, reason, now())),
    setPaused: (id, paused) => records.update(id, (job) => pausedJob(job, paused)),
    setPriority: (id, priority) => records.update(id, (job) => prioritisedJob(job, priority)),
    async requeue(id) {
      return connection.write(() => {
        const job = table.get(id);
        if (job === null) throw new VigilError('not-found', `there is no record ${id} in ${name}`, { collection: name, id });
        return put(job, requeuedJob(job, nextTurn(job.fairnessKey)));
      });
    },
    async failLost() {
      return connection.write(() => takeBack((job) => job.attempts >= job.maxAttempts || job.cancelRequested));
    },
    async depth() {
      const counted = connection.all('SELECT state, count(*) AS count FROM jobs GROUP BY state');
      const counts = new Map(counted.map((row) => [row['state'], Number(row['count'])]));
      return Object.fromEntries(jobStates.map((state) => [state, counts.get(state) ?? 0])) as Record<JobState, number>;
    },
  };
}
