import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Transfer, TransferListener } from './transfer.ts';
import type { FileHandle } from './file-handle.ts';
import type { ChosenFile, UploadItem } from './upload-item.ts';
import { UploadQueue } from './upload-queue.ts';
import { totalsOf } from './upload-totals.ts';
import { noWishes as wishes } from './upload-wishes.ts';

/** A transfer that does what the test says. */
class HandTransfer implements Transfer {
  readonly name: string;
  readonly listener: TransferListener;
  readonly calls: string[] = [];

  constructor(name: string, listener: TransferListener) {
    this.name = name;
    this.listener = listener;
  }

  start(): void {
    this.calls.push('start');
  }

  stop(): void {
    this.calls.push('stop');
  }

  async giveUp(): Promise<void> {
    this.calls.push('give up');
  }
}

const transfers = new Map<string, HandTransfer>();
const handles = new Map<string, FileHandle>();
let queue: UploadQueue;

beforeEach(() => {
  transfers.clear();
  handles.clear();
  queue = new UploadQueue(
    async ({ file }, _, listener) => {
      const transfer = new HandTransfer(file.name, listener);
      transfers.set(file.name, transfer);
      return transfer;
    },
    {
      keep: async (fingerprint, handle) => void handles.set(fingerprint, handle),
      find: async (fingerprint) => handles.get(fingerprint),
      forget: async (fingerprint) => void handles.delete(fingerprint),
    },
  );
});

/** A handle of a file, as a browser gives it. @param answer What the person says when asked */
function handleFor({ file }: ChosenFile, answer: PermissionState = 'granted'): FileHandle {
  const ask = async (): Promise<PermissionState> => answer;
  return { kind: 'file', queryPermission: async () => 'prompt', requestPermission: ask, getFile: async () => file } as never;
}

const interrupted = {
  fingerprint: '|a|100|1',
  uploadUrl: '/u/1',
  name: 'a',
  folder: '',
  sizeBytes: 100,
  wishes: { ...wishes, analyse: false },
  aliveAtMs: 0,
};
const chosen = (name: string, sizeBytes = 100): ChosenFile => ({
  file: new File(['x'.repeat(sizeBytes)], name, { lastModified: 1 }),
  folder: '',
});
const item = (name: string): UploadItem => queue.items().find((one) => one.name === name) ?? expect.fail(`no ${name}`);
const phases = (): string[] => queue.items().map(({ phase }) => phase);
const transfer = (name: string): HandTransfer => transfers.get(name) ?? expect.fail(`no transfer of ${name}`);
const opened = (count: number) =>
  vi.waitFor(() => expect([...transfers.values()].filter(({ calls }) => calls.length > 0)).toHaveLength(count));

describe('a queue of uploads', () => {
  it('sends three at a time, in their order', async () => {
    queue.add(
      ['a', 'b', 'c', 'd', 'e'].map((name) => chosen(name)),
      wishes,
    );
    expect(phases()).toEqual(['sending', 'sending', 'sending', 'waiting', 'waiting']);
    await opened(3);
    transfer('b').listener.done('video-b');
    expect(phases()).toEqual(['sending', 'done', 'sending', 'sending', 'waiting']);
    expect(item('b')).toMatchObject({ videoId: 'video-b', sentBytes: 100 });
    await opened(4);
    transfer('a').listener.failed({ code: 'not-media', message: 'no video' });
    expect(phases()).toEqual(['failed', 'done', 'sending', 'sending', 'sending']);
    expect(totalsOf(queue.items())).toMatchObject({ done: 1, failed: 1, running: 3 });
  });

  it('lets others go first while one is paused, and goes on where it was', async () => {
    queue.add(
      ['a', 'b', 'c', 'd'].map((name) => chosen(name)),
      wishes,
    );
    await opened(3);
    queue.pause(item('a').id);
    expect(phases()).toEqual(['paused', 'sending', 'sending', 'sending']);
    queue.resume(item('a').id);
    expect(phases()).toEqual(['waiting', 'sending', 'sending', 'sending']);
    await opened(4);
    transfer('d').listener.done('video-d');
    expect(item('a').phase).toBe('sending');
    await vi.waitFor(() => expect(transfer('a').calls).toEqual(['start', 'stop', 'start']));
  });

  it('pauses everything when its user leaves', async () => {
    queue.add(
      ['a', 'b', 'c', 'd', 'e'].map((name) => chosen(name)),
      wishes,
    );
    await opened(3);
    queue.pauseAll();
    expect(phases()).toEqual(['paused', 'paused', 'paused', 'paused', 'paused']);
    expect([...transfers.values()].every(({ calls }) => calls.at(-1) !== 'start')).toBe(true);
  });

  it('tries a failed one again', async () => {
    queue.add([chosen('a')], wishes);
    await opened(1);
    transfer('a').listener.failed({ code: 'unreachable', message: null });
    expect(item('a').problem).toEqual({ code: 'unreachable', message: null });
    queue.resume(item('a').id);
    expect(item('a')).toMatchObject({ phase: 'sending', problem: null });
  });

  it('gives up what is taken off it, and keeps what is done', async () => {
    queue.add([chosen('a'), chosen('b')], wishes);
    await opened(2);
    await queue.remove(item('a').id);
    expect(transfer('a').calls).toEqual(['start', 'give up']);
    transfer('b').listener.done('video-b');
    await queue.remove(item('b').id);
    expect(transfer('b').calls).toEqual(['start']);
    expect(queue.items()).toEqual([]);
  });

  it('takes the same file once', () => {
    queue.add([chosen('a'), chosen('a')], wishes);
    queue.add([chosen('a')], wishes);
    expect(queue.items()).toHaveLength(1);
  });

  it('knows what was interrupted, and goes on when the file is chosen again', async () => {
    queue.addInterrupted(interrupted, 40, undefined);
    expect(item('a')).toMatchObject({ phase: 'interrupted', sentBytes: 40, hasHandle: false });
    expect(await queue.goOn(item('a').id)).toBe('gone');
    expect(queue.isInterrupted(chosen('a'))).toBe(true);
    expect(queue.isInterrupted(chosen('a', 99))).toBe(false);
    queue.add([chosen('a')], wishes);
    expect(phases()).toEqual(['sending']);
    expect(item('a')).toMatchObject({ sentBytes: 40, wishes: { analyse: false } });
    await opened(1);
  });

  it('goes on with the file that the browser knows, once it may be read', async () => {
    queue.addInterrupted(interrupted, 40, handleFor(chosen('a')));
    expect(item('a').hasHandle).toBe(true);
    expect(await queue.goOn(item('a').id)).toBeNull();
    expect(item('a')).toMatchObject({ phase: 'sending', sentBytes: 40, wishes: { analyse: false } });
    await opened(1);
    expect([...handles.keys()]).toEqual([interrupted.fingerprint]);
  });

  it.each([
    ['refused', handleFor(chosen('a'), 'denied')],
    ['other', handleFor(chosen('a', 99))],
    ['gone', { ...handleFor(chosen('a')), getFile: () => Promise.reject(new DOMException('', 'NotFoundError')) } as FileHandle],
  ] as const)('stays interrupted where its file is %s', async (problem, handle) => {
    queue.addInterrupted(interrupted, 40, handle);
    expect(await queue.goOn(item('a').id)).toBe(problem);
    expect(item('a').phase).toBe('interrupted');
  });

  it('keeps the files of what is under way, and of nothing else', async () => {
    const files = ['a', 'b', 'c', 'd'].map((name) => ({ ...chosen(name), handle: handleFor(chosen(name)) }));
    queue.add(files, wishes);
    const names = (): string[] => [...handles.keys()].map((fingerprint) => fingerprint.split('|')[1]);
    await opened(3);
    expect(names()).toEqual(['a', 'b', 'c']);
    transfer('a').listener.done('video-a');
    await queue.remove(item('b').id);
    await opened(4);
    expect(names()).toEqual(['c', 'd']);
  });

  it('tells that the server is lost, and tries at once when the network is back', async () => {
    queue.add([chosen('a')], wishes);
    await opened(1);
    transfer('a').listener.reconnecting(true);
    expect(item('a').phase).toBe('reconnecting');
    queue.reconnect();
    expect(transfer('a').calls).toEqual(['start', 'stop', 'start']);
    transfer('a').listener.reconnecting(false);
    expect(item('a').phase).toBe('sending');
  });

  it('does not begin what was paused while the sending part was loaded', async () => {
    queue.add([chosen('a')], wishes);
    queue.pause(item('a').id);
    await vi.waitFor(() => expect(transfers.has('a')).toBe(true));
    expect(transfer('a').calls).toEqual([]);
  });
});
