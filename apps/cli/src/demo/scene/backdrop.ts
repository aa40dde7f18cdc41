import { Canvas, type Rgb } from '../drawing/canvas.ts';
import { hashedNoise, Random, smoothNoise } from '../drawing/random.ts';
import { groundAt, pixelsPerMetre, project, sceneSize } from './camera.ts';

/** Distance of the house fronts, metres. */
const frontsZ = 23.5;
const stone: Rgb = [158, 152, 142];
const sky: Rgb = [196, 208, 220];

/** The plaza without anything that moves. */
export function paintBackdrop(seed: number): Canvas {
  const canvas = new Canvas(sceneSize.width, sceneSize.height);
  const random = new Random(seed ^ 0x5ce11e);
  paintPaving(canvas);
  paintFronts(canvas, random);
  for (const x of [-9.4, -3.1, 8.6]) paintTree(canvas, x, 22.4, random);
  paintBench(canvas, 3.4, 21.6);
  for (const x of [-6.4, 5.9]) paintLamp(canvas, x, 21.8);
  return canvas;
}

/** Slabs of a metre with joints, worn unevenly; each pixel shows the ground that the camera sees there. */
function paintPaving(canvas: Canvas): void {
  for (let y = 0, at = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++, at += 3) {
      const place = groundAt(x + 0.5, y + 0.5);
      const shade = place === null ? 1 : pavingShade(place.x, place.z);
      for (let channel = 0; channel < 3; channel++) canvas.data[at + channel] = Math.min(255, stone[channel] * shade);
    }
  }
}

function pavingShade(x: number, z: number): number {
  const rowShift = Math.floor(z) % 2 === 0 ? 0.5 : 0;
  const slab = hashedNoise(Math.floor(x + rowShift), Math.floor(z), 1);
  const wear = smoothNoise(x / 2.7, z / 2.7, 2) - 0.5;
  const grain = smoothNoise(x * 7, z * 7, 3) - 0.5;
  const fine = smoothNoise(x * 19, z * 19, 4) - 0.5;
  const metreAcross = 1 / pixelsPerMetre(z);
  const joint = Math.max(jointDepth(x + rowShift, metreAcross), jointDepth(z, metreAcross * (z / 4.2)));
  const detail = Math.min(1, 8 / z);
  return (0.94 + 0.05 * slab + 0.1 * wear + (0.05 * grain + 0.05 * fine) * detail) * (1 - 0.12 * joint);
}

/** How much of a pixel is the joint between slabs, which is 3 cm wide. */
function jointDepth(position: number, pixelMetres: number): number {
  const away = Math.abs(position - Math.round(position));
  return Math.min(1, Math.max(0, (0.015 + pixelMetres / 2 - away) / pixelMetres)) * Math.min(1, 0.03 / pixelMetres + 0.15);
}

function paintFronts(canvas: Canvas, random: Random): void {
  const foot = project({ x: 0, z: frontsZ });
  const scale = pixelsPerMetre(frontsZ);
  canvas.box(0, 0, canvas.width, 8, 0, sky);
  const plaster: readonly Rgb[] = [
    [186, 166, 138],
    [168, 130, 108],
    [150, 156, 158],
    [192, 182, 160],
  ];
  for (let left = -30, house = 0; left < canvas.width; house++) {
    const width = random.between(120, 190);
    const paint = plaster[house % plaster.length];
    canvas.box(left, random.between(-12, 4), left + width, foot.y, 0, paint, (along, across) => {
      return 0.98 - 0.06 * along + 0.05 * (smoothNoise(across * 9 + house * 31, along * 7, 5) - 0.5);
    });
    paintWindows(canvas, left, width, foot.y, scale, random);
    left += width;
  }
  canvas.box(0, foot.y - 4, canvas.width, foot.y, 0, [108, 104, 98]);
}

function paintWindows(canvas: Canvas, left: number, width: number, ground: number, scale: number, random: Random): void {
  const columns = Math.max(2, Math.round(width / (2.2 * scale)));
  for (let column = 0; column < columns; column++) {
    const x = left + ((column + 0.5) * width) / columns;
    for (const [low, high] of [
      [0.9, 2.5],
      [3.7, 5.3],
    ]) {
      canvas.box(
        x - 0.58 * scale,
        ground - (high + 0.1) * scale,
        x + 0.58 * scale,
        ground - (low - 0.12) * scale,
        1,
        [214, 208, 196],
      );
      const light = random.between(0.7, 1.15);
      canvas.box(
        x - 0.48 * scale,
        ground - high * scale,
        x + 0.48 * scale,
        ground - low * scale,
        1,
        [66, 78, 92],
        (along) => light - 0.25 * along,
      );
      canvas.box(x - 0.03 * scale, ground - high * scale, x + 0.03 * scale, ground - low * scale, 0, [206, 200, 190]);
    }
  }
}

function paintTree(canvas: Canvas, x: number, z: number, random: Random): void {
  const scale = pixelsPerMetre(z);
  const foot = project({ x, z });
  canvas.shadow({ x: foot.x + 0.8 * scale, y: foot.y + 2 }, 1.7 * scale, 0.3 * scale, 0.45);
  canvas.capsule(
    foot,
    project({ x: x + 0.1, z }, 2.4),
    0.2 * scale,
    0.12 * scale,
    [86, 68, 52],
    (_along, across) => 1 - 0.3 * across,
  );
  const crown = project({ x, z }, 3.6);
  for (let leaf = 0; leaf < 260; leaf++) {
    const angle = random.between(0, 2 * Math.PI);
    const away = Math.sqrt(random.next());
    const centre = { x: crown.x + 1.75 * scale * away * Math.cos(angle), y: crown.y + 1.5 * scale * away * Math.sin(angle) };
    const light = 0.75 - 0.3 * away * Math.sin(angle) + random.between(-0.2, 0.2);
    canvas.ellipse(centre, random.between(2, 4.5), random.between(1.5, 3.5), [78 * light, 112 * light, 58 * light]);
  }
}

function paintBench(canvas: Canvas, x: number, z: number): void {
  const scale = pixelsPerMetre(z);
  const foot = project({ x, z });
  const wood: Rgb = [128, 84, 52];
  for (const up of [0.42, 0.62, 0.78])
    canvas.box(foot.x - 0.9 * scale, foot.y - (up + 0.08) * scale, foot.x + 0.9 * scale, foot.y - up * scale, 1, wood);
  for (const side of [-0.75, 0.75])
    canvas.box(foot.x + (side - 0.05) * scale, foot.y - 0.45 * scale, foot.x + (side + 0.05) * scale, foot.y, 0, [52, 52, 54]);
}

function paintLamp(canvas: Canvas, x: number, z: number): void {
  const scale = pixelsPerMetre(z);
  const foot = project({ x, z });
  const top = project({ x, z }, 4.3);
  canvas.capsule(foot, top, 0.07 * scale, 0.045 * scale, [44, 48, 50], (_along, across) => 1 - 0.3 * across);
  canvas.ellipse({ x: top.x, y: top.y - 0.15 * scale }, 0.17 * scale, 0.22 * scale, [236, 230, 210]);
}
