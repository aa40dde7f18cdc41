/** Dense optical flow between two frames. */
export interface FlowField {
  readonly width: number;
  readonly height: number;
  /** `[height, width, 2]` float32: (dx, dy) in pixels from the first frame to the second. */
  readonly data: Float32Array;
}
