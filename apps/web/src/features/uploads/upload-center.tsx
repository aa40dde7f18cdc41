import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { api, bodyOf } from '../../lib/api/api-client.ts';
import { ApiError } from '../../lib/api/api-error.ts';
import { isUnderWay } from '../../lib/uploads/upload-item.ts';
import type { ResumeEntry } from '../../lib/uploads/resume-storage.ts';
import { type Uploads, useUploadItems, useUploads } from '../../lib/uploads/upload-context.tsx';
import { DropArea } from './drop-area.tsx';

// each is needed by few who open a page, and brings components that float
const UploadDock = lazy(() => import('./upload-dock.tsx'));
const UploadOffer = lazy(() => import('./upload-offer.tsx'));

/** A page that has said so within this time is at work on its uploads, milliseconds. */
const elsewhereMs = 10_000;

/** Everything about uploads that stands over the pages: the place to drop files, the question how to take them, and how far they are. */
function UploadCenter(): ReactNode {
  const { offered } = useUploads();
  const isAnything = useUploadItems().length > 0;
  useWarningBeforeLeaving();
  useInterruptedUploads();
  return (
    <>
      <DropArea />
      <Suspense>
        {offered === null ? null : <UploadOffer picked={offered} />}
        {isAnything ? <UploadDock /> : null}
      </Suspense>
    </>
  );
}

export default UploadCenter;

/** Asks before the page is closed while something would stop by it. */
function useWarningBeforeLeaving(): void {
  const isBusy = useUploadItems().some(isUnderWay);
  useEffect(() => {
    if (!isBusy) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isBusy]);
}

/** Shows what was begun before the page was loaded, with how far the server has it. */
function useInterruptedUploads(): void {
  const uploads = useUploads();
  const { storage, kept } = uploads;
  const [found] = useState(() => storage.entries(Date.now()).filter(({ aliveAtMs }) => Date.now() - aliveAtMs > elsewhereMs));
  const isAsked = useRef(false);
  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    const known = new Set(storage.entries(Date.now()).map(({ fingerprint }) => fingerprint));
    void kept.forgetOthers((fingerprint) => known.has(fingerprint));
    for (const entry of found) void showInterrupted(uploads, entry);
  }, [found, storage, kept, uploads]);
}

async function showInterrupted({ queue, storage, kept }: Uploads, entry: ResumeEntry): Promise<void> {
  const { fingerprint } = entry;
  const forget = (): void => {
    storage.forget(fingerprint);
    void kept.forget(fingerprint);
  };
  const id = entry.uploadUrl.split('/').at(-1) ?? '';
  try {
    const { offsetBytes, video } = await bodyOf(api.GET('/api/v1/uploads/{id}', { params: { path: { id } } }));
    if (video === null) queue.addInterrupted(entry, offsetBytes, await kept.find(fingerprint));
    else forget();
  } catch (error) {
    if (error instanceof ApiError && (error.status === 404 || error.status === 410)) forget();
    else queue.addInterrupted(entry, 0, await kept.find(fingerprint));
  }
}
