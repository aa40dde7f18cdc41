import { type Settings, type SettingsChange, VigilError } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import { madeOnVersion } from '../http/if-match.ts';
import { changeRecord, withValues } from '../records/change-record.ts';
import type { ServerContext } from '../server-context.ts';
import { initialSettings, settingsId } from './read-settings.ts';

/** Changes settings; they hold at once in every process, and the feed tells of them. @throws VigilError `conflict`, `bad-request` */
export async function changeSettings(
  { store, audit }: ServerContext,
  { change, request }: { readonly change: SettingsChange; readonly request: FastifyRequest },
): Promise<Settings> {
  const { version, ...values } = change;
  const madeOn = madeOnVersion(request, version);
  if ((await store.settings.get(settingsId)) === null) {
    await store.settings.insert(initialSettings).catch((error: unknown) => {
      if (!(error instanceof VigilError && error.code === 'conflict')) throw error;
    });
  }
  const { record, changed } = await changeRecord(store.settings, settingsId, madeOn, (settings) => withValues(settings, values));
  if (changed) {
    await store.events.append([{ topic: 'settings', type: 'update', record }]);
    await audit.enter(request, { action: 'settings.change', target: null, details: values });
  }
  return record;
}
