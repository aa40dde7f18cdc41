import type { PictureSize } from '@vigil/contracts';
import { isSupportedSize, supportedSizes } from '../geometry/picture-size.ts';
import { MediaFailure } from './media-failure.ts';

/**
 * Refuses pictures that are too small or too large, before memory is spent on them.
 *
 * @param known `declared`: a container may not know the size yet (0 × 0), which passes.
 * @throws MediaFailure `picture-size-unsupported`.
 */
export function checkStoredSize(size: PictureSize, known: 'declared' | 'final'): void {
  const { width, height } = size;
  if (known === 'declared' && (width === 0 || height === 0)) return;
  if (isSupportedSize({ width, height })) return;
  const message = `pictures of ${width}×${height} pixels are not supported (${supportedSizes}); scale the video first`;
  throw new MediaFailure('picture-size-unsupported', message, { width, height });
}
