import { type Dialog, dialogsOn } from '@vigil/web/testing';
import type { Page } from 'playwright-core';

/** A page, or something that opens on it, that a picture is taken of. */
export interface PicturePlace {
  readonly name: string;
  readonly path: string;
  /** What opens on the page. */
  readonly open?: Dialog['open'];
}

interface Shown {
  readonly id: string;
  readonly state?: string;
  readonly dataset?: string;
}

/** Every page and dialog that the services have records for; those of single records take the newest one. */
export async function picturePlaces(page: Page): Promise<readonly PicturePlace[]> {
  const list = async (path: string): Promise<readonly Shown[]> =>
    await page.evaluate(async (url) => ((await (await fetch(url)).json()) as { items?: Shown[] }).items ?? [], path);
  const first = async (path: string): Promise<string | undefined> => (await list(path))[0]?.id;
  const [incident, corrected, video, profile, labelSet, evaluations] = [
    (await first('/api/v1/incidents?limit=1&kind=pose.fall')) ?? (await first('/api/v1/incidents?limit=1')),
    await correctedIncident(page),
    await first('/api/v1/videos?limit=1'),
    await first('/api/v1/profiles?limit=1'),
    await first('/api/v1/label-sets?limit=1'),
    (await list('/api/v1/evaluations?limit=50')).filter(({ state }) => state === 'done'),
  ];
  const [evaluation] = evaluations;
  const newer = evaluations.find(({ id, dataset }) => evaluations.some((one) => one.id !== id && one.dataset === dataset));
  const older = evaluations.find(({ id, dataset }) => id !== newer?.id && dataset === newer?.dataset);
  const of = (folder: string, id: string | undefined): string | null => (id === undefined ? null : `/${folder}/${id}`);
  const pages: readonly (readonly [name: string, path: string | null])[] = [
    ['incidents', '/incidents?status=all'],
    ['incident', of('incidents', incident)],
    ['correction', of('incidents', corrected)],
    ['videos', '/videos'],
    ['video', of('videos', video)],
    ['live', '/live'],
    ['search', '/search?q=person'],
    ['normality', '/normality'],
    ['profile', of('normality', profile)],
    ['evaluate', '/evaluate'],
    ['evaluation', of('evaluate', evaluation?.id)],
    ['comparison', older === undefined ? null : of('evaluate', `${newer?.id}?with=${older.id}`)],
    ['label-set', of('evaluate/labels', labelSet)],
    ['label-events', await clipToLabel(page, labelSet)],
    ...['health', 'queue', 'models', 'disk', 'notifications', 'settings', 'audit'].map(
      (part) => [`system-${part}`, `/system?tab=${part}`] as const,
    ),
    ...['account', 'users', 'sessions', 'keys'].map((part) => [`account-${part}`, `/account?tab=${part}`] as const),
    ['nowhere', '/no-such-page'],
    ['wall', '/'],
  ];
  const dialogs = dialogsOn({ evaluation: evaluation?.id ?? '', labelSet: labelSet ?? '' });
  const opened = dialogs.filter(({ path }) => !path.endsWith('/'));
  return [...pages.flatMap(([name, path]) => (path === null ? [] : [{ name, path }])), ...opened];
}

/** An incident whose receipt waits to be applied. */
async function correctedIncident(page: Page): Promise<string | undefined> {
  return await page.evaluate(async () => {
    const { items } = (await (await fetch('/api/v1/corrections?limit=50')).json()) as {
      items?: readonly { readonly state: string; readonly incidentIds: readonly string[] }[];
    };
    return items?.find(({ state }) => state === 'ready')?.incidentIds[0];
  });
}

/** Address of the first clip of a label set that events are marked in. */
async function clipToLabel(page: Page, labelSet: string | undefined): Promise<string | null> {
  if (labelSet === undefined) return null;
  const videoId = await page.evaluate(async (id) => {
    const { clips } = (await (await fetch(`/api/v1/label-sets/${id}`)).json()) as {
      clips: readonly { readonly videoId: string; readonly use: string }[];
    };
    return clips.find(({ use }) => use === 'measure')?.videoId;
  }, labelSet);
  return videoId === undefined ? null : `/evaluate/labels/${labelSet}?clip=${videoId}`;
}
