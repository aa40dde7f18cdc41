import type { Incident } from '@vigil/contracts';
import { useEffect, useState } from 'react';
import { browserStorage, keepInBrowser } from '../../lib/storage/browser-storage.ts';
import { AlarmTones, type SoundState } from './alarm-tones.ts';

const soundKey = 'vigil.sound';

/** Sound for arrivals: off until somebody switches it on, and as it was left the next time. */
export interface Sound {
  readonly state: SoundState;
  readonly setOn: (isOn: boolean) => void;
  readonly play: (severity: Incident['severity']) => void;
}

/** Plays tones while the page is open. */
export function useSound(): Sound {
  const [state, setState] = useState<SoundState>('off');
  const [tones] = useState(() => new AlarmTones(setState));
  useEffect(() => {
    const wasOn = browserStorage()?.getItem(soundKey) === 'on';
    if (wasOn) void tones.switchOn();
    // any click is the consent that the browser waits for
    const unblock = (): void => {
      if (browserStorage()?.getItem(soundKey) === 'on') void tones.switchOn();
    };
    addEventListener('pointerdown', unblock);
    addEventListener('keydown', unblock);
    return () => {
      removeEventListener('pointerdown', unblock);
      removeEventListener('keydown', unblock);
      tones[Symbol.dispose]();
    };
  }, [tones]);
  return {
    state,
    setOn: (isOn) => {
      keepInBrowser(soundKey, isOn ? 'on' : 'off');
      if (isOn) void tones.switchOn();
      else tones.switchOff();
    },
    play: (severity) => tones.play(severity),
  };
}
