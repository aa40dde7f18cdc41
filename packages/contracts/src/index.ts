export * from './errors.ts';
export * from './frame.ts';
export * from './geometry.ts';
