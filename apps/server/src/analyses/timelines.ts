import { type AnalysisTimeline, VigilError } from '@vigil/contracts';
import { analysisKey, timelineFileName } from '@vigil/media-store';
import { type ByteSource, encodeTimeline, readTimeline, scanResult, TimelineFile, type TimelineSpan } from '@vigil/pipeline';
import { openBytes } from '../files/open-bytes.ts';
import type { ServerContext } from '../server-context.ts';
import { Turns } from '../uploads/turns.ts';
import { openResult } from './open-result.ts';

/**
 * Reads timelines of analyses in parts. Analyses from before timelines had a file, and those whose file is damaged, get one from their
 * result when they are first asked for: the result is read as it comes, one at a time, while other requests are answered.
 */
export class Timelines {
  readonly #context: ServerContext;
  readonly #turns = new Turns(1);
  readonly #underWay = new Map<string, Promise<ByteSource>>();

  constructor(context: ServerContext) {
    this.#context = context;
  }

  /**
   * A part of the timeline of an analysis.
   *
   * @throws VigilError as {@link openResult}; `file-unreadable` where both file and result are damaged
   */
  async read(id: string, span: TimelineSpan): Promise<AnalysisTimeline> {
    const stored = await this.#readStored(id, span);
    if (stored !== null) return stored;
    const known = this.#underWay.get(id);
    const making = known ?? this.#turns.take(() => this.#make(id)).finally(() => this.#underWay.delete(id));
    if (known === undefined) this.#underWay.set(id, making);
    return await readTimeline(await TimelineFile.open(await making), span);
  }

  /** From the file; null where there is none that can be read. */
  async #readStored(id: string, span: TimelineSpan): Promise<AnalysisTimeline | null> {
    const { media, log } = this.#context;
    try {
      await using bytes = await openBytes(media, keyOf(id));
      return await readTimeline(await TimelineFile.open(bytes), span);
    } catch (error) {
      if (!(error instanceof VigilError)) throw error;
      if (error.code === 'file-unreadable') log.warn({ analysisId: id, error }, 'the timeline is damaged and is made anew');
      else if (error.code !== 'not-found') throw error;
      return null;
    }
  }

  async #make(id: string): Promise<ByteSource> {
    const { media, log } = this.#context;
    const { stream } = await openResult(this.#context, id);
    const bytes = await encodeTimeline(await scanResult(stream));
    try {
      await media.write(keyOf(id), bytes);
      // a removal that came in between took all there was
      if ((await media.stat(`${analysisKey(id)}/incidents.json`)) === null) await media.remove(keyOf(id));
    } catch (error) {
      // no room to keep it is no reason not to show it
      if (!(error instanceof VigilError)) throw error;
      log.warn({ analysisId: id, error }, 'the timeline could not be kept');
    }
    return { sizeBytes: bytes.length, read: async (start, length) => bytes.subarray(start, start + length) };
  }
}

function keyOf(id: string): string {
  return `${analysisKey(id)}/${timelineFileName}`;
}
