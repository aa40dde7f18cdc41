export * from './media-store.ts';
