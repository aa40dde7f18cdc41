import type { Settings } from '@vigil/contracts';
import type { Store } from '@vigil/store';
import { insertOnce } from '../jobs/job-context.ts';
import { initialSettings, settingsId } from './read-settings.ts';

/** The settings; those of a new installation are stored where there are none. */
export async function storedSettings(store: Store): Promise<Settings> {
  return (await store.settings.get(settingsId)) ?? (await insertOnce(store.settings, initialSettings));
}
