import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, expect, test } from 'vitest';
import { decodeNpy } from './npy.ts';
import { readGrayPng, readRgbPng } from './png.ts';

const folder = mkdtempSync(join(tmpdir(), 'reference-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Puts a version 1.0 header before the bytes of an array. */
function npyFile(descr: string, shape: string, bytes: Uint8Array): Uint8Array {
  const header = Buffer.from(`{'descr': '${descr}', 'fortran_order': False, 'shape': ${shape}, }\n`);
  const start = Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length, 0]);
  return Buffer.concat([start, header, bytes]);
}

test('half precision is widened exactly: normal, subnormal, infinite and negative numbers', () => {
  const halves = new Uint16Array([0x3c00, 0xc100, 0x0001, 0x7c00, 0x8000]);
  const { shape, data } = decodeNpy(npyFile('<f2', '(5,)', new Uint8Array(halves.buffer)));
  expect(shape).toEqual([5]);
  expect([...data]).toEqual([1, -2.5, 2 ** -24, Infinity, -0]);
});

test('arrays of integers and floats keep their type and shape', () => {
  const floats = decodeNpy(npyFile('<f4', '(2, 1)', new Uint8Array(new Float32Array([1.5, -2]).buffer)));
  expect(floats).toEqual({ shape: [2, 1], data: new Float32Array([1.5, -2]) });
  expect(decodeNpy(npyFile('<i4', '()', new Uint8Array(new Int32Array([-7]).buffer)))).toEqual({
    shape: [],
    data: new Int32Array([-7]),
  });
});

test('a file whose shape and bytes disagree is refused', () => {
  expect(() => decodeNpy(npyFile('|u1', '(2, 2)', new Uint8Array(3)))).toThrow('needs 4 elements, the file has 3');
});

test('PNG files are read as gray and as RGB', () => {
  const picture = new PNG({ width: 2, height: 1 });
  picture.data.set([10, 20, 30, 255, 40, 50, 60, 255]);
  const path = join(folder, 'two.png');
  writeFileSync(path, PNG.sync.write(picture));
  expect(readRgbPng(path)).toEqual({ width: 2, height: 1, data: new Uint8Array([10, 20, 30, 40, 50, 60]) });
  expect([...readGrayPng(path).data]).toEqual([10, 40]);
});
