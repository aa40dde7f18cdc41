import { expect, it } from 'vitest';
import { keyState } from './key-state.ts';

const nowMs = Date.parse('2026-11-23T12:00:00.000Z');

it('a key is usable until it expires or is revoked', () => {
  expect(keyState({ revokedAt: null, expiresAt: null }, nowMs)).toBe('usable');
  expect(keyState({ revokedAt: null, expiresAt: '2026-11-23T12:00:01.000Z' }, nowMs)).toBe('usable');
  expect(keyState({ revokedAt: null, expiresAt: '2026-11-23T12:00:00.000Z' }, nowMs)).toBe('expired');
  expect(keyState({ revokedAt: '2026-11-01T00:00:00.000Z', expiresAt: null }, nowMs)).toBe('revoked');
});
