import { CameraWatcher, type RuleEvent } from '@vigil/detection';
import { openFrames } from '@vigil/media';
import { momentsPerSecond } from '@vigil/pipeline';
import { CameraHealth, ChangeGate } from '@vigil/vision';

/** As in the pipeline, pixels. */
const grayLongSidePixels = 360;

/** What a watcher says about a file, and what it cost to measure. */
export interface WatchedClip {
  readonly events: readonly RuleEvent[];
  readonly pictures: number;
  readonly milliseconds: number;
}

/** Measures and watches the camera of a file as the pipeline does. */
export async function watchClip(file: string): Promise<WatchedClip> {
  await using frames = await openFrames(file, { grayLongSidePixels });
  const health = new CameraHealth(frames.graySize.width, frames.graySize.height);
  const gate = new ChangeGate(frames.graySize.width, frames.graySize.height);
  const watcher = new CameraWatcher();
  const events: RuleEvent[] = [];
  let [slot, pictures, milliseconds] = [-Infinity, 0, 0];
  for await (const frame of frames) {
    const next = Math.floor(frame.timeSeconds * momentsPerSecond + 0.01);
    const { moving } = gate.update(frame);
    const before = performance.now();
    const camera = health.update(frame, next > slot, moving);
    milliseconds += performance.now() - before;
    pictures += 1;
    slot = Math.max(slot, next);
    if (camera) events.push(...watcher.push({ seconds: frame.timeSeconds, camera }));
  }
  return { events: [...events, ...watcher.end()], pictures, milliseconds };
}
