import type { Settings, SettingsChange } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import { madeOnVersion } from '../http/if-match.ts';
import { changeRecord, withValues } from '../records/change-record.ts';
import type { ServerContext } from '../server-context.ts';
import { settingsId } from './read-settings.ts';
import { storedSettings } from './stored-settings.ts';

/** Changes settings; they hold at once in every process, and the feed tells of them. @throws VigilError `conflict`, `bad-request` */
export async function changeSettings(
  { store, audit }: ServerContext,
  { change, request }: { readonly change: SettingsChange; readonly request: FastifyRequest },
): Promise<Settings> {
  const { version, ...values } = change;
  const madeOn = madeOnVersion(request, version);
  await storedSettings(store);
  const { record, changed } = await changeRecord(store.settings, settingsId, madeOn, (settings) => withValues(settings, values));
  if (changed) {
    await store.events.append([{ topic: 'settings', type: 'update', record }]);
    await audit.enter(request, { action: 'settings.change', target: null, details: values });
  }
  return record;
}
