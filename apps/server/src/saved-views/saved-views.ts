import { mostSavedViews, type NewSavedView, type SavedView, VigilError } from '@vigil/contracts';
import type { Store } from '@vigil/store';
import { newRecordId } from '../jobs/record-id.ts';
import type { ServerContext } from '../server-context.ts';

type ViewStore = Pick<Store, 'savedViews'>;

/** The views of a person, in the order they were made. */
export async function listSavedViews({ savedViews }: ViewStore, userId: string): Promise<readonly SavedView[]> {
  return (await savedViews.get(userId))?.views ?? [];
}

/** Keeps another view. @throws VigilError `conflict` where the name is taken or there are too many */
export async function addSavedView(
  { store, clock }: Pick<ServerContext, 'store' | 'clock'>,
  userId: string,
  view: NewSavedView,
): Promise<SavedView> {
  const made = { id: newRecordId(clock), ...view };
  await change(store, userId, (views) => {
    if (views.length >= mostSavedViews)
      throw new VigilError(
        'conflict',
        `There are ${views.length} views, and no more than ${mostSavedViews} are kept; remove one`,
      );
    return [...refusingName(views, view.name), made];
  });
  return made;
}

/** Renames a view or lets it show something else. @throws VigilError `not-found`, `conflict` where the name is taken */
export async function replaceSavedView(store: ViewStore, userId: string, view: SavedView): Promise<SavedView> {
  await change(store, userId, (views) => {
    const others = requireView(views, view.id);
    refusingName(others, view.name);
    return views.map((known) => (known.id === view.id ? view : known));
  });
  return view;
}

/** Removes a view. @throws VigilError `not-found` */
export async function removeSavedView(store: ViewStore, userId: string, id: string): Promise<void> {
  await change(store, userId, (views) => requireView(views, id));
}

/** Removes all views of a person who is removed. */
export async function removeSavedViewsOf({ savedViews }: ViewStore, userId: string): Promise<void> {
  await savedViews.remove(userId);
}

async function change(
  { savedViews }: ViewStore,
  userId: string,
  next: (views: readonly SavedView[]) => SavedView[],
): Promise<void> {
  if ((await savedViews.get(userId)) === null) await begin(savedViews, userId);
  await savedViews.update(userId, (record) => ({ ...record, views: next(record.views) }));
}

async function begin(savedViews: ViewStore['savedViews'], userId: string): Promise<void> {
  try {
    await savedViews.insert({ id: userId, views: [] });
  } catch (error) {
    // another tab of the same person was faster
    if (!(error instanceof VigilError && error.code === 'conflict')) throw error;
  }
}

/** The others. */
function requireView(views: readonly SavedView[], id: string): SavedView[] {
  const others = views.filter((view) => view.id !== id);
  if (others.length === views.length) throw new VigilError('not-found', `There is no saved view ${id}`, { id });
  return others;
}

function refusingName(views: readonly SavedView[], name: string): readonly SavedView[] {
  if (views.some((view) => view.name === name))
    throw new VigilError('conflict', `There is a saved view "${name}" already`, { name });
  return views;
}
