import { openVideoWriter } from '@vigil/media';
import { sceneSize } from './scene/camera.ts';
import { sceneFramesPerSecond, type Scene } from './scene/scene.ts';
import { sceneSampleRateHz } from './sound/sound-track.ts';

const samplesPerFrame = sceneSampleRateHz / sceneFramesPerSecond;

/** Draws a scene into a video file, with its sound. */
export async function writeScene(
  file: string,
  scene: Scene,
  signal: AbortSignal,
  onProgress: (mediaSeconds: number, elapsedSeconds: number) => void,
): Promise<void> {
  await using writer = await openVideoWriter(file, {
    ...sceneSize,
    framesPerSecond: sceneFramesPerSecond,
    sound: { sampleRateHz: sceneSampleRateHz },
    signal,
  });
  const samples = scene.sound();
  const startedMs = performance.now();
  let frames = 0;
  let writing = Promise.resolve();
  for (const canvas of scene.frames()) {
    // The writer encodes one picture while the next is drawn.
    await writing;
    const from = frames * samplesPerFrame;
    writing = writer.write(canvas).then(async () => await writer.writeSound(samples.slice(from, from + samplesPerFrame)));
    frames++;
    onProgress(frames / sceneFramesPerSecond, (performance.now() - startedMs) / 1000);
  }
  await writing;
  await writer.finish();
}
