/** Position and velocity along one axis with their covariance: the state of a constant-velocity Kalman filter. */
export interface AxisFilter {
  position: number;
  velocity: number;
  /** Covariance matrix [[pp, pv], [pv, vv]]. */
  pp: number;
  pv: number;
  vv: number;
}

/** A filter at a measured position with unknown velocity of about `speedScale`. */
export function startAxis(position: number, positionNoise: number, speedScale: number): AxisFilter {
  return { position, velocity: 0, pp: positionNoise ** 2, pv: 0, vv: speedScale ** 2 };
}

/**
 * Carries the state on by `stepSeconds` under white acceleration noise (Bar-Shalom, Li and Kirubarajan, "Estimation with Applications to
 * Tracking and Navigation", 2001, section 6.2).
 */
export function predictAxis(axis: AxisFilter, stepSeconds: number, accelerationNoise: number): void {
  const q = accelerationNoise ** 2;
  const t = stepSeconds;
  axis.position += axis.velocity * t;
  axis.pp += 2 * t * axis.pv + t * t * axis.vv + (q * t ** 4) / 4;
  axis.pv += t * axis.vv + (q * t ** 3) / 2;
  axis.vv += q * t * t;
}

/** Corrects the state with a measured position of the given standard deviation. */
export function correctAxis(axis: AxisFilter, measured: number, noise: number): void {
  const total = axis.pp + noise ** 2;
  const gainPosition = axis.pp / total;
  const gainVelocity = axis.pv / total;
  const innovation = measured - axis.position;
  axis.position += gainPosition * innovation;
  axis.velocity += gainVelocity * innovation;
  axis.vv -= gainVelocity * axis.pv;
  axis.pv *= 1 - gainPosition;
  axis.pp *= 1 - gainPosition;
}
