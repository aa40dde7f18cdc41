import { gaussianBlur, mulberry, smoothNoise } from './pixels.ts';

/** A gray picture that a fault is applied to. */
export interface GrayPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Changes a picture. `seconds` is the time since the fault began; `held` is the last picture before it. */
export type PictureChange = (picture: GrayPicture, seconds: number, held: GrayPicture) => GrayPicture;

/** Turned camera: the view is shifted by fractions of the picture's size; what comes into view is mirrored scenery. */
export function shifted(shiftX: number, shiftY: number, turnSeconds: number): PictureChange {
  return (picture, seconds) => {
    const part = Math.min(1, seconds / turnSeconds);
    const [dx, dy] = [Math.round(part * shiftX * picture.width), Math.round(part * shiftY * picture.height)];
    return sample(picture, (x, y) => [x + dx, y + dy]);
  };
}

/** Rolled camera: the view is turned around its middle by an angle in degrees. */
export function rolled(degrees: number, turnSeconds: number): PictureChange {
  return (picture, seconds) => {
    const angle = (Math.min(1, seconds / turnSeconds) * degrees * Math.PI) / 180;
    const [cos, sin, cx, cy] = [Math.cos(angle), Math.sin(angle), picture.width / 2, picture.height / 2];
    return sample(picture, (x, y) => [cx + cos * (x - cx) - sin * (y - cy), cy + sin * (x - cx) + cos * (y - cy)]);
  };
}

/** A cloth or hand that slides in from the left and stays before the lens: smooth, out of focus, of one tone. */
export function covered(share: number, level: number, slideSeconds: number): PictureChange {
  return ({ width, height, data }, seconds) => {
    const edge = share * Math.min(1, seconds / slideSeconds) * width * 1.06;
    const into = new Uint8Array(data.length);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const at = y * width + x;
        // the rim of something close to the lens is wide and soft
        const cover = clamp01((edge - x) / (0.06 * width) + 0.5 + 0.15 * Math.sin(y / 40));
        const tone = level + 12 * Math.sin(x / 130 + seconds * 0.4) + 8 * Math.cos(y / 90);
        into[at] = clampLevel(cover * tone + (1 - cover) * data[at]);
      }
    }
    return { width, height, data: into };
  };
}

/** Lens out of focus: Gaussian blur of `sigma` pixels, reached within `turnSeconds`. */
export function blurred(sigma: number, turnSeconds: number): PictureChange {
  return (picture, seconds) => gaussianBlur(picture, Math.max(0.3, sigma * Math.min(1, seconds / turnSeconds)));
}

/** Camera or recorder that repeats its last picture. */
export const frozen: PictureChange = (_picture, _seconds, held) => held;

/** Light and exposure: level × gain + offset, reached within `turnSeconds`. */
export function toned(gain: number, offset: number, turnSeconds: number): PictureChange {
  return (picture, seconds) => {
    const part = Math.min(1, seconds / turnSeconds);
    return mapLevels(picture, (level) => level * (1 + part * (gain - 1)) + part * offset);
  };
}

/** A lamp at one side that is switched on: strong near it, weak far from it. */
export function lamp(gainNear: number, gainFar: number): PictureChange {
  return ({ width, height, data }) => {
    const into = new Uint8Array(data.length);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const near = Math.exp(-(((x / width - 0.15) ** 2 + (y / height - 0.1) ** 2) / 0.3));
        into[y * width + x] = clampLevel(data[y * width + x] * (gainFar + (gainNear - gainFar) * near) + 14 * near);
      }
    }
    return { width, height, data: into };
  };
}

/** Light that washes the picture out: veil and over-exposure, strongest around the light. */
export function glare(strength: number, turnSeconds: number): PictureChange {
  return ({ width, height, data }, seconds) => {
    const part = Math.min(1, seconds / turnSeconds) * strength;
    const into = new Uint8Array(data.length);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const near = Math.exp(-(((x / width - 0.6) ** 2 + (y / height - 0.35) ** 2) / 0.35));
        into[y * width + x] = clampLevel(data[y * width + x] * (1 + 0.6 * part) + part * (60 + 320 * near));
      }
    }
    return { width, height, data: into };
  };
}

/** Brightness that alternates `hertz` times a second between 1 ± `depth`. */
export function flicker(hertz: number, depth: number): PictureChange {
  return (picture, seconds) => {
    const gain = 1 + (Math.floor(seconds * hertz * 2 + 1e-6) % 2 === 0 ? depth : -depth);
    return mapLevels(picture, (level) => level * gain);
  };
}

/** Sensor noise of a standard deviation of `sigma` levels. */
export function noisy(sigma: number): PictureChange {
  return (picture, seconds) => {
    const random = mulberry(Math.round(seconds * 1000));
    return mapLevels(picture, (level) => level + sigma * 1.7 * (random() + random() + random() + random() - 2));
  };
}

/** Streaks of rain that fall through the picture, and a slight veil. */
export const rain: PictureChange = ({ width, height, data }, seconds) => {
  const random = mulberry(Math.round(seconds * 1000) + 7);
  const into = Uint8Array.from(data, (level) => clampLevel(level * 0.9 + 14));
  for (let streak = 0; streak < (width * height) / 700; streak++) {
    const [x, y, length, light] = [random() * width, random() * height, 8 + random() * 18, 30 + random() * 60];
    for (let step = 0; step < length; step++) {
      const [sx, sy] = [Math.round(x + 0.15 * step), Math.round(y + step)];
      if (sx < width && sy < height) into[sy * width + sx] = clampLevel(into[sy * width + sx] + light);
    }
  }
  return { width, height, data: into };
};

/** Shadow of a cloud that drifts over the scene in about ten seconds. */
export const cloud: PictureChange = ({ width, height, data }, seconds) => {
  const into = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = (x + 0.4 * y) / width + 0.7 - seconds * 0.22;
      const shade = u < 0 ? 0.45 * Math.min(1, -u * 2.5) : 0;
      into[y * width + x] = clampLevel(data[y * width + x] * (1 - shade));
    }
  }
  return { width, height, data: into };
};

/** Automatic exposure that corrects itself: a step up, back within two seconds. */
export const exposureChange: PictureChange = (picture, seconds) => {
  const gain = 1 + 0.5 * Math.exp(-seconds / 0.8);
  return mapLevels(picture, (level) => 255 * (level / 255) ** (1 / gain));
};

/** Mast in the wind: the view moves by at most one pixel of the file. */
export const vibration: PictureChange = (picture, seconds) => {
  const [dx, dy] = [Math.sin(seconds * 23), Math.cos(seconds * 17)];
  return sample(picture, (x, y) => [x + dx, y + dy]);
};

/** A person who walks close by the camera and fills half of the picture; `stays` stops in the middle for good. */
export function personCloseBy(stays: boolean): PictureChange {
  const cloth = smoothNoise(97, 512);
  return ({ width, height, data }, seconds) => {
    const middle = stays ? Math.min(0.5, -0.3 + seconds * 0.8) : ((seconds * 0.4 + 0.1) % 2.2) - 0.4;
    const into = data.slice();
    for (let y = 0; y < height; y++) {
      const headed = y / height < 0.25;
      const half = headed ? 0.13 * Math.sqrt(clamp01(1 - ((y / height - 0.14) / 0.13) ** 2)) : 0.27 + 0.02 * Math.sin(y / 50);
      const [left, right] = [Math.max(0, (middle - half) * width), Math.min(width, (middle + half) * width)];
      for (let x = Math.ceil(left); x < right; x++) {
        const u = Math.floor(x - middle * width + 1024) & 511;
        const fold = 20 * Math.sin(u / 17 + y / 60) + 26 * (cloth[(y & 511) * 512 + u] - 0.5);
        into[y * width + x] = clampLevel((headed ? 150 : 85) + fold);
      }
    }
    return { width, height, data: into };
  };
}

function mapLevels({ width, height, data }: GrayPicture, change: (level: number) => number): GrayPicture {
  return { width, height, data: Uint8Array.from(data, (level) => clampLevel(change(level))) };
}

/** Reads a picture at other places, between pixels and mirrored beyond its edges. */
function sample(picture: GrayPicture, place: (x: number, y: number) => readonly [number, number]): GrayPicture {
  const { width, height, data } = picture;
  const into = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [sx, sy] = place(x, y);
      const [ix, iy] = [Math.floor(sx), Math.floor(sy)];
      const [fx, fy] = [sx - ix, sy - iy];
      const [x0, x1, y0, y1] = [mirror(ix, width), mirror(ix + 1, width), mirror(iy, height), mirror(iy + 1, height)];
      const top = data[y0 * width + x0] * (1 - fx) + data[y0 * width + x1] * fx;
      const bottom = data[y1 * width + x0] * (1 - fx) + data[y1 * width + x1] * fx;
      into[y * width + x] = clampLevel(top * (1 - fy) + bottom * fy);
    }
  }
  return { width, height, data: into };
}

function mirror(at: number, size: number): number {
  const folded = Math.abs(at) % (2 * size);
  return folded < size ? folded : 2 * size - 1 - folded;
}

function clamp01(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function clampLevel(level: number): number {
  return Math.min(255, Math.max(0, Math.round(level)));
}
