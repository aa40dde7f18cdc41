import type { TfliteWindow } from '../tflite-model.ts';

/**
 * Padding of a sliding window as ONNX wants it, `[top, left, bottom, right]` in pixels. SAME puts the odd pixel at the bottom and at the right
 * (TensorFlow, "Neural network: padding").
 */
export function borderPadding(
  picture: { height: number; width: number },
  kernelHeight: number,
  kernelWidth: number,
  window: TfliteWindow,
): number[] {
  if (window.padding === 'VALID') return [0, 0, 0, 0];
  const vertical = missing(picture.height, kernelHeight, window.strideHeight, window.dilationHeight);
  const horizontal = missing(picture.width, kernelWidth, window.strideWidth, window.dilationWidth);
  const [top, left] = [Math.floor(vertical / 2), Math.floor(horizontal / 2)];
  return [top, left, vertical - top, horizontal - left];
}

function missing(size: number, kernel: number, stride: number, dilation: number): number {
  const positions = Math.ceil(size / stride);
  return Math.max((positions - 1) * stride + (kernel - 1) * dilation + 1 - size, 0);
}
