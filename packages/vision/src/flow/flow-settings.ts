/** What a flow estimate is tuned by. The names and the defaults follow Kroeger et al., ECCV 2016, and OpenCV's medium preset. */
export interface FlowSettings {
  /** Pyramid level of the finest estimate, 0 (full size) and up; the flow of that level is enlarged to the full size. */
  readonly finestScale: number;
  /** Side of a square patch, pixels of its level. The kernel's SIMD rows are one patch wide, so that 8 is the only size. */
  readonly patchSizePixels: 8;
  /** Distance of neighbouring patches, 1 to 8 pixels of their level. */
  readonly strideSizePixels: number;
  /** Gradient descent steps of a patch, both search passes together, 2 and up. */
  readonly gradientDescentIterations: number;
  /** Fixed-point iterations of the variational refinement on every level; 0 leaves it out. */
  readonly variationalIterations: number;
  /** Relaxation sweeps within one fixed-point iteration, 1 and up. */
  readonly relaxationIterations: number;
  /** Weight of smoothness in the refinement (alpha of Brox et al., ECCV 2004). */
  readonly smoothnessWeight: number;
  /** Weight of brightness constancy in the refinement (delta). */
  readonly brightnessWeight: number;
  /** Weight of gradient constancy in the refinement (gamma). */
  readonly gradientWeight: number;
}

/** The settings of OpenCV's medium preset, one level below full size. */
export const defaultFlowSettings: FlowSettings = {
  finestScale: 1,
  patchSizePixels: 8,
  strideSizePixels: 3,
  gradientDescentIterations: 25,
  variationalIterations: 5,
  relaxationIterations: 5,
  smoothnessWeight: 20,
  brightnessWeight: 5,
  gradientWeight: 10,
};

/** Over-relaxation factor of the refinement's solver (1 is Gauss–Seidel, below 2 converges). */
export const overRelaxation = 1.6;

/** Squared constants of the refinement: zeta keeps normalised derivatives finite, epsilon the robust penalty smooth at 0. */
export const zetaSquared = 0.01;
/** See {@link zetaSquared}. */
export const epsilonSquared = 1e-6;

/** Bands of patch rows that the search treats on their own: flow does not propagate from one to the next. */
export const searchBands = 8;

/** A patch whose structure tensor has a smaller determinant is treated as having this one. */
export const smallestDeterminant = 0.001;
