import { describe, expect, it } from 'vitest';
import { decodePoseDetections } from './decode-pose-detections.ts';
import { fromLetterbox, letterboxOf } from './letterbox.ts';
import { mergePoseDetections } from './merge-pose-detections.ts';
import { makePoseAnchors, poseAnchorCount } from './pose-anchors.ts';
import type { PoseDetection } from './pose-detection.ts';

const detection = (score: number, left: number): PoseDetection => ({
  score,
  box: { left, top: 0, width: 0.4, height: 0.4 },
  keyPoints: [{ x: left, y: score }],
});

describe('makePoseAnchors', () => {
  it('lays two anchors into each cell of each stride', () => {
    const anchors = [...makePoseAnchors()];
    expect(anchors.length).toBe(2 * poseAnchorCount);
    expect(anchors.slice(0, 6)).toEqual([0.5 / 28, 0.5 / 28, 0.5 / 28, 0.5 / 28, 1.5 / 28, 0.5 / 28]);
    expect(anchors.slice(-2)).toEqual([6.5 / 7, 6.5 / 7]);
  });
});

describe('decodePoseDetections', () => {
  it('reads boxes and key points around their anchor, in pixels of 224', () => {
    const boxes = new Float32Array(12 * poseAnchorCount);
    boxes.set([22.4, 0, 44.8, 89.6, 0, 0, 0, -22.4, 0, 0, 0, 0], 12 * 2253);
    const scores = new Float32Array(poseAnchorCount).fill(-1000);
    scores[2253] = 0;
    const [found, ...more] = decodePoseDetections(boxes, scores, makePoseAnchors(), 0.5);
    expect(more).toEqual([]);
    expect(found.score).toBe(0.5);
    expect(found.box.left).toBeCloseTo(6.5 / 7 + 0.1 - 0.1, 6);
    expect(found.box.top).toBeCloseTo(6.5 / 7 - 0.2, 6);
    expect(found.keyPoints[1].y).toBeCloseTo(6.5 / 7 - 0.1, 6);
  });

  it('refuses answers of another size', () => {
    const decode = (): unknown => decodePoseDetections(new Float32Array(12), new Float32Array(1), makePoseAnchors(), 0.5);
    expect(decode).toThrow(expect.objectContaining({ code: 'inference-failed' }));
  });
});

describe('mergePoseDetections', () => {
  it('weighs what overlaps by its scores and keeps the best score', () => {
    const merged = mergePoseDetections([detection(0.6, 0.1), detection(0.9, 0), detection(0.7, 0.9)]);
    expect(merged.map(({ score }) => score)).toEqual([0.9, 0.7]);
    expect(merged[0].box.left).toBeCloseTo((0.6 * 0.1) / 1.5, 9);
    expect(merged[0].keyPoints[0].y).toBeCloseTo((0.6 * 0.6 + 0.9 * 0.9) / 1.5, 9);
    expect(merged[1].box.left).toBeCloseTo(0.9, 9);
  });

  it('gives nothing for nothing, and keeps detections without area apart', () => {
    expect(mergePoseDetections([])).toEqual([]);
    const flat = { ...detection(0.8, 0), box: { left: 0, top: 0, width: 0, height: 0 } };
    expect(mergePoseDetections([flat, detection(0.7, 0.9)])).toEqual([flat, detection(0.7, 0.9)]);
  });
});

describe('letterbox', () => {
  it('is a square around the area, and leads back into the picture', () => {
    const square = letterboxOf({ left: 0, top: 0, width: 1, height: 1 }, { width: 200, height: 100 });
    expect(square).toEqual({ centerX: 0.5, centerY: 0.5, width: 1, height: 2, rotationRadians: 0 });
    const placed = fromLetterbox(square, {
      score: 1,
      box: { left: 0, top: 0.25, width: 0.5, height: 0.5 },
      keyPoints: [{ x: 1, y: 0.75 }],
    });
    expect(placed).toEqual({ score: 1, box: { left: 0, top: 0, width: 0.5, height: 1 }, keyPoints: [{ x: 1, y: 1 }] });
  });
});
