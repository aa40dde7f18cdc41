import type { MediaStore } from '@vigil/media-store';
import type { Store } from '@vigil/store';
import { Gauge, type Registry } from 'prom-client';

/** Adds what is read from the store and the disk whenever somebody asks for the figures. */
export function addStoreGauges(registry: Registry, store: Store, media: MediaStore): readonly Gauge[] {
  const registers = [registry];
  return [
    new Gauge({
      name: 'vigil_queue_depth',
      help: 'Jobs by state.',
      labelNames: ['state'],
      registers,
      async collect() {
        for (const [state, count] of Object.entries(await store.jobs.depth())) this.set({ state }, count);
      },
    }),
    new Gauge({
      name: 'vigil_media_bytes',
      help: 'Bytes of stored files by area.',
      labelNames: ['area'],
      registers,
      async collect() {
        for (const [area, bytes] of Object.entries((await media.usage()).byArea)) this.set({ area }, bytes);
      },
    }),
    new Gauge({
      name: 'vigil_disk_free_bytes',
      help: 'Free space of the disk that the files are on.',
      registers,
      async collect() {
        this.set((await media.usage()).freeBytes);
      },
    }),
  ];
}
