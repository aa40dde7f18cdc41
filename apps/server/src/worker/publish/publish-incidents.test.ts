import type { Video } from '@vigil/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { busyScene, sampleIncident } from '../../testing/sample-incident.ts';
import { WorkerBench } from '../testing/worker-bench.ts';
import { announceIncidents } from './announce-incidents.ts';
import { completeIncidents } from './complete-incidents.ts';

const decidedAt = '2026-01-01T10:00:00.000Z';
const held = (): void => undefined;
let bench: WorkerBench;
let video: Video;
beforeEach(async () => {
  bench = await WorkerBench.open();
  const added = await bench.addVideo(import.meta.filename, 'gate.mp4');
  video = await bench.store.videos.replace({ ...added, latestAnalysisId: 'second' });
});
afterEach(() => bench[Symbol.asyncDispose]());

function incidents(...ids: string[]) {
  return ids.map((id) => sampleIncident(id, busyScene));
}

async function told(): Promise<string[]> {
  const messages = await bench.messages();
  return messages.flatMap((message) => (message.topic === 'incident' ? [`${message.type} ${message.record.id}`] : []));
}

async function stored(): Promise<string[]> {
  const { items } = await bench.store.incidents.list({ filter: { videoId: video.id }, limit: 200 });
  return items.map(({ id }) => id).toSorted();
}

describe('announcing incidents', () => {
  it('stores them, tells the feed once of each, and marks them', async () => {
    const { store } = bench;
    const ids = Array.from({ length: 23 }, (_, i) => `i${i}`);
    const origin = { video, analysisId: 'first', decidedAt };
    await announceIncidents(store, incidents(...ids), origin, held);
    await announceIncidents(store, incidents(...ids), origin, held);
    expect(await told()).toEqual(ids.map((id) => `new ${id}`));
    const records = await store.incidents.getMany(ids);
    expect(records.every(({ announced }) => announced)).toBe(true);
    expect(records[0]).toMatchObject({
      sourceId: video.id,
      sourceName: 'gate.mp4',
      decidedAt,
      occurredAt: decidedAt,
      held: false,
    });
  });

  it('makes up for messages that an attempt did not get to', async () => {
    const { store } = bench;
    const origin = { video, analysisId: 'first', decidedAt };
    let asked = 0;
    const cutOff = announceIncidents(store, incidents('a', 'b', ...'cdefghijklmn'), origin, () => {
      asked += 1;
      if (asked === 2) throw new Error('the lease is lost');
    });
    await expect(cutOff).rejects.toThrow('the lease is lost');
    expect(await told()).toHaveLength(10);
    await announceIncidents(store, incidents('a', 'b', ...'cdefghijklmn'), origin, held);
    // those whose mark was not written are told of again, none is missed
    expect(new Set(await told()).size).toBe(14);
    const { items } = await store.incidents.list({ filter: { announced: false }, limit: 10 });
    expect(items).toEqual([]);
  });
});

describe('completing incidents', () => {
  it('adds the evidence, and takes away what only earlier analyses found and nobody touched', async () => {
    const { store } = bench;
    await announceIncidents(
      store,
      incidents('both', 'gone', 'held', 'confirmed'),
      { video, analysisId: 'first', decidedAt },
      held,
    );
    await store.incidents.update('held', (record) => ({ ...record, held: true }));
    await store.incidents.update('confirmed', (record) => ({ ...record, status: 'confirmed' }));
    const second = { video, analysisId: 'second', decidedAt };
    const found = [sampleIncident('both', { clip: 'clips/both.mp4' }), ...incidents('fresh')];
    await announceIncidents(store, found, second, held);
    await completeIncidents(store, found, second);
    expect(await stored()).toEqual(['both', 'confirmed', 'fresh', 'held']);
    expect(await store.incidents.get('both')).toMatchObject({ clip: 'clips/both.mp4', analysisId: 'second' });
    expect((await told()).slice(4)).toEqual(['new fresh', 'update both', 'end gone']);
    await completeIncidents(store, found, second);
    expect((await told()).slice(7)).toEqual([]);
  });

  it('leaves what a later analysis found alone', async () => {
    const { store } = bench;
    await announceIncidents(store, incidents('later'), { video, analysisId: 'second', decidedAt }, held);
    await announceIncidents(store, incidents('earlier'), { video, analysisId: 'first', decidedAt }, held);
    await completeIncidents(store, incidents('earlier'), { video, analysisId: 'first', decidedAt });
    expect(await stored()).toEqual(['earlier', 'later']);
  });
});
