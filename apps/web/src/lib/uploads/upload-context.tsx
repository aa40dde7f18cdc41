import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { browserStorage } from '../storage/browser-storage.ts';
import { FileHandleStore } from './kept-files.ts';
import { pickFiles, type PickedFiles, withPicked } from './pick-files.ts';
import { ResumeStorage } from './resume-storage.ts';
import { tusTransfers } from './tus-transfer.ts';
import type { UploadItem } from './upload-item.ts';
import { UploadQueue } from './upload-queue.ts';

/** What a part of the page can do with uploads. */
export interface Uploads {
  readonly queue: UploadQueue;
  readonly storage: ResumeStorage;
  readonly kept: FileHandleStore;
  /** Files that were chosen and not begun yet; null where there are none. */
  readonly offered: PickedFiles | null;
  /** Offers files: how they are to be taken is asked for next. */
  readonly offer: (picked: PickedFiles | null) => void;
  /** Has the browser ask for files or a folder, and offers them. */
  readonly choose: (kind: 'files' | 'folder') => void;
}

const UploadContext = createContext<Uploads | null>(null);
/** So often a page says that it is at work on its uploads, milliseconds. */
const aliveMs = 3000;

/** Keeps uploads running whatever page is shown. One for each user. */
export function UploadProvider({ userId, children }: { readonly userId: string; readonly children: ReactNode }): ReactNode {
  const [opened] = useState(() => openUploads(userId));
  const { queue, storage } = opened;
  const [offered, setOffered] = useState<PickedFiles | null>(null);
  useEffect(() => {
    const touch = (atMs: number): void => {
      for (const fingerprint of queue.fingerprints()) storage.touch(fingerprint, atMs);
    };
    const timer = setInterval(() => touch(Date.now()), aliveMs);
    const leave = (): void => touch(0);
    const reconnect = (): void => queue.reconnect();
    addEventListener('pagehide', leave);
    addEventListener('online', reconnect);
    return () => {
      queue.pauseAll();
      leave();
      clearInterval(timer);
      removeEventListener('pagehide', leave);
      removeEventListener('online', reconnect);
    };
  }, [queue, storage]);
  const offer = useCallback(
    (picked: PickedFiles | null) => setOffered((before) => (picked === null ? null : withPicked(before, picked))),
    [],
  );
  const uploads = useMemo<Uploads>(
    () => ({ ...opened, offered, offer, choose: (kind) => void offerChosen(kind, offer) }),
    [opened, offered, offer],
  );
  return <UploadContext value={uploads}>{children}</UploadContext>;
}

/** What can be done with uploads; only where somebody may upload. */
export function useUploads(): Uploads {
  const uploads = useContext(UploadContext);
  if (uploads === null) throw new Error('useUploads outside of UploadProvider');
  return uploads;
}

/** All uploads as they are now. */
export function useUploadItems(): readonly UploadItem[] {
  const { queue } = useUploads();
  return useSyncExternalStore(queue.subscribe, queue.items);
}

function openUploads(userId: string): Pick<Uploads, 'queue' | 'storage' | 'kept'> {
  const storage = new ResumeStorage(browserStorage(), userId);
  const kept = new FileHandleStore(userId);
  const endpoint = new URL('/api/v1/uploads', location.href).href;
  return { storage, kept, queue: new UploadQueue(tusTransfers(endpoint, storage), kept) };
}

async function offerChosen(kind: 'files' | 'folder', offer: (picked: PickedFiles) => void): Promise<void> {
  const picked = await pickFiles(kind);
  if (picked.files.length > 0 || picked.leftOut > 0) offer(picked);
}
