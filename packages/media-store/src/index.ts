export { writing } from './disk/file-failure.ts';
export { openDiskMediaStore, type DiskMediaStoreOptions } from './disk/open-disk-media-store.ts';
export * from './media-store.ts';
