import type { GrayFrame } from '@vigil/contracts';
import { BackgroundModel, ChangeGate, FlowEstimator, StaticRegions, Tracker, findBlobs, maskValues } from '@vigil/vision';

const picture = { width: 360, height: 270 };
const framesPerSecond = 10;

/** Times background, blobs, tracks and static regions on a busy and on a still scene, against optical flow of the same frames. */
export async function run(): Promise<void> {
  for (const [name, walkers] of [
    ['busy', 24],
    ['still', 0],
  ] as const) {
    const { flowMs, sceneMs } = timeScene(walkers, 300);
    const share = flowMs / sceneMs;
    process.stdout.write(
      `tracks ${name} (${walkers} walkers): ${sceneMs.toFixed(3)} ms a frame; flow ${flowMs.toFixed(2)} ms, ${share.toFixed(1)} times as much\n`,
    );
  }
}

function timeScene(walkers: number, frames: number): { flowMs: number; sceneMs: number } {
  const gate = new ChangeGate(picture.width, picture.height);
  const background = new BackgroundModel(picture.width, picture.height);
  const tracker = new Tracker(picture);
  const regions = new StaticRegions(picture);
  using flow = new FlowEstimator(picture.width, picture.height);
  const sceneMs: number[] = [];
  const flowMs: number[] = [];
  let previous = drawFrame(0, walkers);
  for (let index = 1; index <= frames; index++) {
    const frame = drawFrame(index, walkers);
    const start = performance.now();
    const change = gate.update(frame);
    const report = background.update(frame, change);
    const blobs = report.activePixels > 0 ? findBlobs(report.mask, frame, maskValues.active) : [];
    const { tracks } = tracker.update({ timeSeconds: frame.timeSeconds, blobs, mask: report.mask, detections: null });
    regions.update({ timeSeconds: frame.timeSeconds, background, report, change, tracks, detections: null });
    sceneMs.push(performance.now() - start);
    if (index % 10 === 0) {
      const flowStart = performance.now();
      flow.estimate(previous.data, frame.data);
      flowMs.push(performance.now() - flowStart);
    }
    previous = frame;
  }
  return { flowMs: median(flowMs), sceneMs: median(sceneMs) };
}

/** A textured ground with sensor noise, and figures of 12 × 32 pixels that walk across it. */
function drawFrame(index: number, walkers: number): GrayFrame {
  const { width, height } = picture;
  const data = new Uint8Array(width * height);
  let noise = (index + 1) * 7919;
  for (let i = 0; i < data.length; i++) {
    noise = (Math.imul(noise, 1664525) + 1013904223) >>> 0;
    data[i] = 110 + (((i * 7) ^ (i >> 5)) & 31) + (noise >>> 30);
  }
  for (let walker = 0; walker < walkers; walker++) {
    const left = Math.round((walker * 67 + index * (1 + (walker % 3))) % (width - 12));
    const top = 20 + ((walker * 53) % (height - 60));
    for (let y = top; y < top + 32; y++) data.fill(30 + ((y * walker) % 40), y * width + left, y * width + left + 12);
  }
  return { index, timeSeconds: index / framesPerSecond, width, height, data };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
