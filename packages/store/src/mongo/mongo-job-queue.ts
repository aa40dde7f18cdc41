import { randomUUID } from 'node:crypto';
import { type Job, jobProgressSchema, type JobState, jobStates, VigilError } from '@vigil/contracts';
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
import type { PushOperator } from 'mongodb';
import type { JobQueue, LeaseRenewal } from '../port/job-queue.ts';
import type { JobFilter } from '../port/filters.ts';
import { checkRecord } from '../records/check-record.ts';
import { timestampOf } from '../records/stamp.ts';
import type { DeclaredIndex, MongoContext } from './mongo-collection.ts';
import type { Counters } from './mongo-counters.ts';
import { isDuplicateKey } from './mongo-errors.ts';
import { documentForm, type MongoRecords, mongoRecords } from './mongo-records.ts';
import { mongoTurns } from './mongo-turns.ts';
import type { StoredDocument } from './stored-document.ts';

/** Most leases that one call takes back. */
const mostLost = 200;

/** Indexes that the queue needs over those of the lists: the next job, and leases that ran out. */
export const jobIndexes: readonly DeclaredIndex[] = [
  { name: 'next', key: { state: 1, paused: 1, priority: -1, turn: 1, createdAt: 1, _id: 1 } },
  { name: 'leases', key: { state: 1, leaseExpiresAt: 1 } },
];

/** Jobs as records. The stored attempt that runs has the number 0 (an update cannot copy `attempts` into it): it is set on reading. */
export function mongoJobs(context: MongoContext): MongoRecords<Job, JobFilter> {
  const form = documentForm(collections.jobs, ({ attempts, maxAttempts }) => ({ _attemptsLeft: maxAttempts - attempts }));
  return mongoRecords(context, collections.jobs, {
    toDocument: form.toDocument,
    fromDocument(document) {
      const job = form.fromDocument(document);
      const attemptLog = job.attemptLog.map((attempt) =>
        attempt.attempt === 0 ? { ...attempt, attempt: job.attempts } : attempt,
      );
      return { ...job, attemptLog };
    },
  });
}

/**
 * The queue: a job is leased by one `findOneAndUpdate`, so that no two workers get it; everything else changes one document of
 * a known version or token. Times are compared with the clock of the context.
 */
export function mongoJobQueue(context: MongoContext, counters: Counters, jobs = mongoJobs(context)): JobQueue {
  const turns = mongoTurns(counters);
  const { collection, form } = jobs;
  const now = (): string => timestampOf(context.clock());

  async function byIdempotencyKey(idempotencyKey: string): Promise<Job | null> {
    const found = await collection.ask((documents) => documents.findOne({ idempotencyKey }));
    return found === null ? null : form.fromDocument(found);
  }

  /** Changes a job while a lease lasts; null where it does not any more. */
  async function whileLeased(id: string, holds: (job: Job) => boolean, change: (job: Job) => Job): Promise<Job | null> {
    let held = false;
    try {
      const job = await jobs.update(id, (stored) => {
        held = stored.state === 'leased' && holds(stored);
        return held ? change(stored) : null;
      });
      return held ? job : null;
    } catch (error) {
      if (error instanceof VigilError && error.code === 'not-found') return null;
      throw error;
    }
  }

  /** Takes back leases that ran out, of jobs that pass a filter. */
  async function takeBack(filter: Record<string, unknown>): Promise<Job[]> {
    const at = now();
    const lost = await collection.ask((documents) =>
      documents
        .find({ state: 'leased', leaseExpiresAt: { $lte: at }, ...filter })
        .sort({ leaseExpiresAt: 1, _id: 1 })
        .limit(mostLost)
        .toArray(),
    );
    const takenBack: Job[] = [];
    for (const document of lost) {
      const token = document['leaseToken'];
      const ranOut = (job: Job) => job.leaseToken === token && (job.leaseExpiresAt ?? '') <= at;
      const job = await whileLeased(document._id, ranOut, (stored) => lostJob(stored, at));
      if (job !== null) takenBack.push(job);
    }
    return takenBack;
  }

  return {
    get: jobs.get,
    getMany: jobs.getMany,
    list: jobs.list,
    count: jobs.count,
    async enqueue(request) {
      const existing = await byIdempotencyKey(request.idempotencyKey);
      if (existing !== null) return { job: existing, added: false };
      const { name, schema } = collections.jobs;
      checkRecord(name, schema, queuedJob(request, 0, now()));
      const job = checkRecord(name, schema, queuedJob(request, await turns.next(request.fairnessKey), now()));
      try {
        await collection.ask((documents) => documents.insertOne(form.toDocument(job)));
        return { job, added: true };
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const first = await byIdempotencyKey(request.idempotencyKey);
        if (first !== null) return { job: first, added: false };
        throw new VigilError('conflict', `There is another job with the id ${request.id} already.`, { id: request.id });
      }
    },
    async lease({ worker, types, leaseMs }) {
      await takeBack({ _attemptsLeft: { $gt: 0 }, cancelRequested: false });
      const at = now();
      const token = randomUUID();
      const leased = await collection.ask((documents) =>
        documents.findOneAndUpdate(
          { state: 'queued', paused: false, notBefore: { $lte: at }, type: { $in: [...types] } },
          {
            $set: {
              state: 'leased',
              leaseOwner: worker,
              leaseToken: token,
              leaseExpiresAt: timestampOf(context.clock() + leaseMs),
            },
            $inc: { version: 1, attempts: 1, _attemptsLeft: -1 },
            $max: { updatedAt: at },
            $push: {
              attemptLog: { $each: [begunAttempt(0, worker, at)], $slice: -rememberedAttempts },
            } as unknown as PushOperator<StoredDocument>,
          },
          { sort: { priority: -1, turn: 1, createdAt: 1, _id: 1 }, returnDocument: 'after' },
        ),
      );
      if (leased === null) return null;
      const job = form.fromDocument(leased);
      await turns.leased(job.turn);
      return { job, token };
    },
    async renew(id, token, renewal) {
      const renewed = await collection.ask((documents) =>
        documents.findOneAndUpdate(
          { _id: id, state: 'leased', leaseToken: token },
          {
            $set: { leaseExpiresAt: timestampOf(context.clock() + renewal.leaseMs), ...reported(renewal) },
            $inc: { version: 1 },
            $max: { updatedAt: now() },
          },
          { returnDocument: 'after' },
        ),
      );
      return renewed === null ? null : form.fromDocument(renewed);
    },
    finish: (id, token, outcome) =>
      whileLeased(
        id,
        (job) => job.leaseToken === token,
        (job) => finishedJob(job, outcome, now()),
      ),
    cancel: (id, reason) => jobs.update(id, (job) => cancelledJob(job, reason, now())),
    setPaused: (id, paused) => jobs.update(id, (job) => pausedJob(job, paused)),
    setPriority: (id, priority) => jobs.update(id, (job) => prioritisedJob(job, priority)),
    async requeue(id) {
      const job = await jobs.get(id);
      const turn = job === null ? 0 : await turns.next(job.fairnessKey);
      return jobs.update(id, (stored) => requeuedJob(stored, turn));
    },
    failLost: () => takeBack({ $or: [{ _attemptsLeft: { $lte: 0 } }, { cancelRequested: true }] }),
    async depth() {
      const counted = await collection.ask((documents) =>
        documents.aggregate<{ _id: JobState; count: number }>([{ $group: { _id: '$state', count: { $sum: 1 } } }]).toArray(),
      );
      const counts = new Map(counted.map(({ _id, count }) => [_id, count]));
      return Object.fromEntries(jobStates.map((state) => [state, counts.get(state) ?? 0])) as Record<JobState, number>;
    },
  };
}

/** What a worker reports. @throws VigilError `bad-request` for progress that is none, such as one that is not a number */
function reported({ progress, checkpointSeconds }: LeaseRenewal): Record<string, unknown> {
  if (progress !== undefined && !jobProgressSchema.safeParse(progress).success) {
    throw new VigilError('bad-request', 'The progress of a job must consist of finite numbers that are not negative.');
  }
  if (checkpointSeconds !== undefined && !(Number.isFinite(checkpointSeconds) && checkpointSeconds >= 0)) {
    throw new VigilError('bad-request', `A checkpoint lies at 0 s or later; ${checkpointSeconds} was given.`);
  }
  return {
    ...(progress === undefined ? {} : { progress }),
    ...(checkpointSeconds === undefined ? {} : { checkpointSeconds }),
  };
}
