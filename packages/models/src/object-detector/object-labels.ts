/** Names of the detector's classes by class number; number 0 is the background and is never detected. */
export const objectLabels = [
  '???',
  'Bicycle',
  'Boot',
  'Laptop',
  'Person',
  'Chair',
  'Cattle',
  'Desk',
  'Cat',
  'Computer mouse',
  'Computer monitor',
  'Box',
  'Mug',
  'Coffee cup',
  'Stationary bicycle',
  'Table',
  'Bottle',
  'High heels',
  'Vehicle',
  'Footwear',
  'Dog',
  'Book',
  'Camera',
  'Car',
] as const;

/** A class of object that the detector knows. */
export type ObjectLabel = Exclude<(typeof objectLabels)[number], '???'>;
