export { openDiskMediaStore, type DiskMediaStoreOptions } from './disk/open-disk-media-store.ts';
export * from './media-store.ts';
