export * from './analysis.ts';
export * from './dataset.ts';
export * from './errors.ts';
export * from './exit-codes.ts';
export * from './frame.ts';
export * from './geometry.ts';
export * from './incident.ts';
export * from './kinds.ts';
