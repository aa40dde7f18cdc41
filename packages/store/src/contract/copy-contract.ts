import { describe, expect, it } from 'vitest';
import { copyStore, type CopyProgress } from '../backup/copy-store.ts';
import { transferCollections } from '../transfer-collections.ts';
import { fillStore } from './filled-store.ts';
import { jobRequest, leaseOne } from './job-samples.ts';
import { newEvaluation, newRule } from './record-samples.ts';
import type { NewTestDatabase } from './test-database.ts';

/** Copies between stores. @param newTarget Database that is copied to, of this adapter or another */
export function copyContract(newSource: NewTestDatabase, newTarget: NewTestDatabase): void {
  describe('copy', () => {
    it('takes everything along, there and back, counted and equal', async () => {
      await using sources = await newSource();
      await using targets = await newTarget();
      const [source, target] = [await sources.open(), await targets.open()];
      await fillStore(source);
      const steps: CopyProgress[] = [];
      const copied = await copyStore(source, target, { onProgress: (step) => steps.push(step) });
      const counts = new Map(copied.map(({ collection, count }) => [collection, count]));
      expect(Object.fromEntries([...counts].filter(([, count]) => count > 0))).toEqual({
        incidents: 250,
        videos: 1,
        rules: 1,
        apiKeys: 1,
        audit: 1,
        serviceStates: 1,
        reviewMarks: 2,
        savedViews: 1,
        labelSets: 1,
        jobs: 3,
        events: 3,
        'accounts.user': 1,
        'accounts.session': 1,
        counters: 2,
      });
      expect(steps.filter(({ stage }) => stage === 'copy').at(-1)).toMatchObject({ done: steps.at(-1)?.done });
      expect(await target.incidents.get('i7')).toEqual(await source.incidents.get('i7'));
      expect(await target.audit.get('a1')).toEqual(await source.audit.get('a1'));
      expect(await target.jobs.getMany(['j1', 'j2', 'j3'])).toEqual(await source.jobs.getMany(['j1', 'j2', 'j3']));
      expect(await target.events.after(0, 9)).toEqual(await source.events.after(0, 9));
      await source.clear();
      expect(await copyStore(target, source)).toEqual(copied);
    });

    it('leaves a target that works: lists, search, figures, queue and numbers go on', async () => {
      await using sources = await newSource();
      await using targets = await newTarget();
      const [source, target] = [await sources.open(), await targets.open()];
      await fillStore(source);
      await copyStore(source, target);
      expect(await target.incidents.count({ text: 'ladder', tag: 'police' }, 1000)).toBe(250);
      expect((await target.incidents.list({ limit: 5, filter: { status: 'confirmed' } })).items.map(({ id }) => id)).toEqual([
        'i7',
      ]);
      const span = { from: '2026-03-01T00:00:00.000Z', before: '2026-03-02T00:00:00.000Z' };
      expect(await target.incidents.statistics(span)).toEqual(await source.incidents.statistics(span));
      expect((await leaseOne(target.jobs, 60_000)).job.id).toBe('j3');
      const next = { topic: 'video', type: 'end', record: await target.videos.update('v1', () => null) } as const;
      expect((await target.events.append([next]))[0]?.sequence).toBe(4);
      expect((await target.jobs.enqueue(jobRequest('j4'))).job.turn).toBe((await source.jobs.enqueue(jobRequest('j4'))).job.turn);
      await expect(target.accounts.create('user', { id: 'u2', email: 'ada@example.org' })).rejects.toMatchObject({
        code: 'conflict',
      });
    });

    it('refuses a target that is not empty, unless it may replace what is there', async () => {
      await using sources = await newSource();
      await using targets = await newTarget();
      const [source, target] = [await sources.open(), await targets.open()];
      await source.rules.insert(newRule('r1'));
      await target.rules.insert(newRule('old'));
      await expect(copyStore(source, target)).rejects.toMatchObject({
        code: 'conflict',
        details: { collection: 'rules', count: 1 },
      });
      expect(await target.rules.get('r1')).toBeNull();
      await copyStore(source, target, { replaceTarget: true });
      expect((await target.rules.list({ limit: 9 })).items.map(({ id }) => id)).toEqual(['r1']);
    });

    it('fills in what records did not have when they were written', async () => {
      await using sources = await newSource();
      await using targets = await newTarget();
      const [source, target] = [await sources.open(), await targets.open()];
      await source.evaluations.insert(newEvaluation('e1'));
      const older = {
        ...source,
        async exportRecords(...order: Parameters<typeof source.exportRecords>) {
          const records = await source.exportRecords(...order);
          return records.map(({ labels, ...record }) => (labels === null ? record : { ...record, labels }));
        },
      };
      await copyStore(older, target);
      expect(await target.evaluations.get('e1')).toMatchObject({ id: 'e1', labels: null });
    });

    it('finds out when the source changes meanwhile', async () => {
      await using sources = await newSource();
      await using targets = await newTarget();
      const [source, target] = [await sources.open(), await targets.open()];
      for (const id of ['r1', 'r2', 'r3']) await source.rules.insert(newRule(id));
      let isChanged = false;
      const interfered = copyStore(
        {
          ...source,
          async exportRecords(collection, afterId, limit) {
            const records = await source.exportRecords(collection, afterId, limit);
            if (collection === 'rules' && !isChanged) {
              isChanged = true;
              await source.rules.update('r2', (rule) => ({ ...rule, sentence: 'changed' }));
            }
            return records;
          },
        },
        target,
      );
      await expect(interfered).rejects.toMatchObject({ code: 'conflict', details: { collection: 'rules' } });
    });

    it('ends when it is cancelled, and leaves the target empty', async () => {
      await using sources = await newSource();
      await using targets = await newTarget();
      const [source, target] = [await sources.open(), await targets.open()];
      await fillStore(source);
      const cancel = new AbortController();
      const onProgress = ({ collection }: CopyProgress) => {
        if (collection === 'incidents') cancel.abort();
      };
      await expect(copyStore(source, target, { onProgress, signal: cancel.signal })).rejects.toMatchObject({ code: 'cancelled' });
      expect(await target.countRecords('incidents')).toBe(0);
    });

    it('exports in the order of ids, page by page, and counts', async () => {
      await using sources = await newSource();
      const source = await sources.open();
      await fillStore(source);
      for (const collection of transferCollections) {
        const all = await source.exportRecords(collection, '', 1000);
        expect(all).toHaveLength(await source.countRecords(collection));
        expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toSorted());
        const [first, second] = [all[0]?.id ?? '', all.slice(1, 2)];
        expect(await source.exportRecords(collection, first, 1)).toEqual(second);
      }
      await source.clear();
      for (const collection of transferCollections.slice(0, -1)) expect(await source.countRecords(collection)).toBe(0);
      expect(await source.incidents.count({ text: 'ladder' }, 9)).toBe(0);
      expect(await source.incidents.count({ kind: 'motion.speed' }, 9)).toBe(0);
    });
  });
}
