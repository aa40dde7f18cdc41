import { type Job, VigilError } from '@vigil/contracts';
import { modelStatus } from '@vigil/models';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../http/access.ts';
import { submitModelBuild } from '../jobs/submit-model-build.ts';
import type { ServerContext } from '../server-context.ts';
import { findModelRecipe } from './model-recipes.ts';

/** Who has which model installed. */
export interface InstallationOrder {
  readonly id: string;
  readonly caller: Caller;
  readonly request: FastifyRequest;
}

const unended = ['queued', 'leased'] as const;

/**
 * Queues building a model into the cache; where a job for it waits or runs it is that one.
 *
 * @throws VigilError `not-found` for a model that no code here builds, `model-unavailable` without its weights, `conflict` where it is there
 */
export async function installModel(context: ServerContext, { id, caller, request }: InstallationOrder): Promise<Job> {
  const { store, audit, configuration } = context;
  const recipe = findModelRecipe(id);
  if (recipe === undefined) throw new VigilError('not-found', `There is no model ${id} that could be installed`, { id });
  const status = await modelStatus(recipe, configuration.modelCacheFolder);
  if (status.state === 'unavailable') throw new VigilError('model-unavailable', status.reason, { model: id });
  if (status.state === 'installed') throw new VigilError('conflict', `The model ${id} is installed`, { model: id });
  for (const state of unended) {
    const { items } = await store.jobs.list({ limit: 1, filter: { type: 'build-model', state, subjectId: id } });
    const [underWay] = items;
    if (underWay !== undefined) return underWay;
  }
  const job = await submitModelBuild(context, { model: id, requestedBy: caller.userId });
  await audit.enter(request, { action: 'model.install', target: `model:${id}`, details: { version: status.version } });
  return job;
}
