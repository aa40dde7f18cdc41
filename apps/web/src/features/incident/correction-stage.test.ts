import type { Correction, ProfileRecord, ProfileRevision } from '@vigil/contracts';
import { describe, expect, it } from 'vitest';
import { correctionStage } from './correction-stage.ts';

const record = { version: 1, createdAt: '2026-01-01T10:00:00.000Z', updatedAt: '2026-01-01T10:00:00.000Z' };
const correction: Correction = {
  ...record,
  id: 'c1',
  profileId: 'p1',
  profileVersion: 'one',
  incidentIds: ['i1'],
  state: 'applied',
  error: null,
  vanishing: ['i1'],
  missedConfirmed: [],
  additional: 0,
  createdBy: 'u1',
};

function revision(number: number, profileVersion: string, change: ProfileRevision['change'], minute: number): ProfileRevision {
  const at = `2026-01-01T10:${String(minute).padStart(2, '0')}:00.000Z`;
  return { revision: number, profileVersion, fileKey: `profiles/p1/${profileVersion}`, change, summary: '', at, by: 'u1' };
}

function profile(state: ProfileRecord['state'], ...revisions: ProfileRevision[]): ProfileRecord {
  const profileVersion = revisions.at(-1)?.profileVersion ?? null;
  return {
    ...record,
    id: 'p1',
    name: 'gate',
    state,
    problem: null,
    revision: revisions.length,
    profileVersion,
    fileKey: null,
    sources: [],
    calibrationSeconds: 0,
    sizeBytes: 0,
    revisions,
  };
}

const learned = revision(1, 'one', 'learned', 0);
const taught = revision(2, 'two', 'extended', 5);

describe('what can be done after "this is normal here"', () => {
  it('is nothing before it is said, and what the preview says before it is applied', () => {
    expect(correctionStage(null, profile('ready', learned))).toEqual({ stage: 'none' });
    expect(correctionStage({ ...correction, state: 'ready' }, profile('ready', learned))).toEqual({ stage: 'ready' });
  });

  it('is waiting while the profile learns', () => {
    expect(correctionStage(correction, profile('learning', learned))).toEqual({ stage: 'learning' });
    expect(correctionStage(correction, profile('ready', learned))).toEqual({ stage: 'learning' });
  });

  it('is undoing it, to the revision before', () => {
    expect(correctionStage(correction, profile('ready', learned, taught))).toEqual({ stage: 'undoable', revision: 1 });
  });

  it('is nothing more once it is undone, or once others have taught the profile more', () => {
    expect(correctionStage(correction, profile('ready', learned, taught, revision(3, 'one', 'undone', 9)))).toEqual({
      stage: 'undone',
    });
    expect(correctionStage(correction, profile('ready', learned, taught, revision(3, 'three', 'extended', 9)))).toEqual({
      stage: 'superseded',
    });
  });
});
