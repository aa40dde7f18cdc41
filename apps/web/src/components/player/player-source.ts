/** Something that shows the footage: the whole recording, a clip of it, or one picture. */
export interface PlayerSource {
  readonly kind: 'original' | 'clip' | 'picture';
  readonly url: string;
  /** Media time of its first picture, seconds. */
  readonly startSeconds: number;
}

/** Why a better source is not shown. */
export type SourceLoss = 'removed' | 'unplayable' | 'unreachable';

/** What is shown now, and what could not be. */
export interface SourceChoice {
  /** Place in the list of sources; the length of the list where nothing is left. */
  readonly index: number;
  /** The last one that failed, and why; null where none did. */
  readonly lost: { readonly kind: PlayerSource['kind']; readonly why: SourceLoss } | null;
}

/** The first source that was not lost before it was tried. */
export function firstChoice(lost: SourceChoice['lost']): SourceChoice {
  return { index: 0, lost };
}

/** The next source after one that cannot be shown. */
export function nextChoice(sources: readonly PlayerSource[], { index }: SourceChoice, why: SourceLoss): SourceChoice {
  return { index: index + 1, lost: { kind: sources[index].kind, why } };
}

/** Why a source that the browser gave up on cannot be shown: asks the server whether the file is still there. */
export async function lossOf(url: string): Promise<SourceLoss> {
  try {
    const { status, ok } = await fetch(url, { headers: { range: 'bytes=0-0' } });
    if (status === 410 || status === 404) return 'removed';
    return ok ? 'unplayable' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}
