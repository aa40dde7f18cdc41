import { epsilonSquared, type FlowSettings, overRelaxation, zetaSquared } from '../flow-settings.ts';
import type { DenseFlow } from './dense-flow.ts';
import type { GrayImage } from './gray-image.ts';
import { type RefinementDerivatives, refinementDerivatives } from './refinement-derivatives.ts';

/** Linear equations of one fixed-point iteration: for every pixel a symmetric 2 × 2 matrix, a right side, and its smoothness weight. */
interface Equations {
  readonly a11: Float64Array;
  readonly a12: Float64Array;
  readonly a22: Float64Array;
  readonly b1: Float64Array;
  readonly b2: Float64Array;
  readonly weight: Float64Array;
}

/** The data term at one pixel: brightness and gradient constancy, each normalised and under a robust penalty. */
function addDataTerm(
  equations: Equations,
  of: RefinementDerivatives,
  at: number,
  du: number,
  dv: number,
  settings: FlowSettings,
): void {
  const { a11, a12, a22, b1, b2 } = equations;
  a11[at] = zetaSquared;
  a22[at] = zetaSquared;
  a12[at] = b1[at] = b2[at] = 0;
  const addConstraint = (x: number, y: number, t: number, weight: number): void => {
    a11[at] += weight * x * x;
    a12[at] += weight * x * y;
    a22[at] += weight * y * y;
    b1[at] -= weight * x * t;
    b2[at] -= weight * y * t;
  };
  const [x, y, t] = [of.x[at], of.y[at], of.t[at]];
  const [xx, xy, yy, xt, yt] = [of.xx[at], of.xy[at], of.yy[at], of.xt[at], of.yt[at]];
  const norm = x * x + y * y + zetaSquared;
  const normX = xx * xx + xy * xy + zetaSquared;
  const normY = yy * yy + xy * xy + zetaSquared;
  const brightness = (t + x * du + y * dv) ** 2 / norm;
  const gradient = (xt + xx * du + xy * dv) ** 2 / normX + (yt + xy * du + yy * dv) ** 2 / normY;
  addConstraint(x, y, t, settings.brightnessWeight / 2 / Math.sqrt(brightness + epsilonSquared) / norm);
  const gradientWeight = settings.gradientWeight / 2 / Math.sqrt(gradient + epsilonSquared);
  addConstraint(xx, xy, xt, gradientWeight / normX);
  addConstraint(xy, yy, yt, gradientWeight / normY);
}

/** Sets the smoothness weights from the current flow, and couples each pixel with its right and lower neighbour. */
function addSmoothness(equations: Equations, start: DenseFlow, current: DenseFlow, settings: FlowSettings): void {
  const { width, height } = start;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const right = x + 1 < width ? at + 1 : at;
      const below = y + 1 < height ? at + width : at;
      const slope = (plane: Float32Array, to: number): number => (plane[to] - plane[at]) ** 2;
      const steepness = slope(current.u, right) + slope(current.v, right) + slope(current.u, below) + slope(current.v, below);
      const weight = settings.smoothnessWeight / 2 / Math.sqrt(steepness + epsilonSquared);
      equations.weight[at] = weight;
      for (const neighbour of [right, below]) {
        if (neighbour === at) continue;
        for (const [matrix, side, plane] of [
          [equations.a11, equations.b1, start.u],
          [equations.a22, equations.b2, start.v],
        ] as const) {
          const flux = weight * (plane[neighbour] - plane[at]);
          matrix[at] += weight;
          matrix[neighbour] += weight;
          side[at] += flux;
          side[neighbour] -= flux;
        }
      }
    }
  }
}

/** One sweep of successive over-relaxation over the pixels of one colour of the checkerboard. */
function relax(equations: Equations, du: Float32Array, dv: Float32Array, width: number, height: number, colour: number): void {
  const { a11, a12, a22, b1, b2, weight } = equations;
  for (let y = 0; y < height; y++) {
    for (let x = (y + colour) % 2; x < width; x += 2) {
      const at = y * width + x;
      const coupled = (plane: Float32Array): number =>
        (x > 0 ? weight[at - 1] * plane[at - 1] : 0) +
        (y > 0 ? weight[at - width] * plane[at - width] : 0) +
        (x + 1 < width ? weight[at] * plane[at + 1] : 0) +
        (y + 1 < height ? weight[at] * plane[at + width] : 0);
      du[at] += overRelaxation * ((coupled(du) + b1[at] - a12[at] * dv[at]) / a11[at] - du[at]);
      dv[at] += overRelaxation * ((coupled(dv) + b2[at] - a12[at] * du[at]) / a22[at] - dv[at]);
    }
  }
}

/** Variational refinement of a flow (Brox et al., ECCV 2004; weights normalised as in Zimmer et al., IJCV 2011). */
export function refineFlow(first: GrayImage, second: GrayImage, flow: DenseFlow, settings: FlowSettings): DenseFlow {
  const { width, height } = flow;
  const derivatives = refinementDerivatives(first, second, flow);
  const plane = (): Float64Array => new Float64Array(width * height);
  const equations: Equations = { a11: plane(), a12: plane(), a22: plane(), b1: plane(), b2: plane(), weight: plane() };
  const du = new Float32Array(width * height);
  const dv = new Float32Array(width * height);
  let current = flow;
  for (let iteration = 0; iteration < settings.variationalIterations; iteration++) {
    for (let at = 0; at < width * height; at++) addDataTerm(equations, derivatives, at, du[at], dv[at], settings);
    addSmoothness(equations, flow, current, settings);
    for (let sweep = 0; sweep < settings.relaxationIterations; sweep++) {
      for (const colour of [0, 1]) relax(equations, du, dv, width, height, colour);
    }
    current = { width, height, u: flow.u.map((value, at) => value + du[at]), v: flow.v.map((value, at) => value + dv[at]) };
  }
  return current;
}
