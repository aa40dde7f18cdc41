/** How a clip was made and what it covers. */
export interface ClipResult {
  /** `copied`: the pictures are those of the source, untouched; `encoded`: they were made anew. */
  readonly video: 'copied' | 'encoded';
  /** The same for sound; `absent` where the source has none in that part. */
  readonly audio: 'copied' | 'encoded' | 'absent';
  /** Media time in the source of the clip's first picture, in seconds; a copied clip may start up to half a second early. */
  readonly startSeconds: number;
  /** Media time in the source at which the clip ends, in seconds; a copied clip may run on for the few pictures that others need. */
  readonly endSeconds: number;
}
