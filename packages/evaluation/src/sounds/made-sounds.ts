/** Value of a sound at a time, seconds; −1 to 1. */
type Sound = (seconds: number) => number;

const sampleRateHz = 16_000;

/** White noise, evenly spread, that is the same every time. */
function noise(level: number): Sound {
  let state = 12_345;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return level * (state / 2 ** 31 - 1);
  };
}

/** A sum of sounds over a faint hiss. */
function mix(...sounds: readonly Sound[]): Sound {
  const all = [noise(0.002), ...sounds];
  return (seconds) => all.reduce((sum, sound) => sum + sound(seconds), 0);
}

function sine(hertz: number, level: number): Sound {
  return (seconds) => level * Math.sin(2 * Math.PI * hertz * seconds);
}

/** Only within a span, with edges of 10 ms. */
function during(start: number, end: number, sound: Sound): Sound {
  return (seconds) => {
    const edge = Math.min(1, Math.max(0, Math.min(seconds - start, end - seconds) / 0.01));
    return edge === 0 ? 0 : edge * sound(seconds);
  };
}

/** A crack that fades with a time constant of 40 ms. */
function blow(start: number, level: number): Sound {
  const crack = noise(level);
  return (seconds) => (seconds < start ? 0 : crack(seconds) * Math.exp((start - seconds) / 0.04));
}

/** A tone with overtones whose pitch glides as `hertz` says, followed phase by phase. */
function gliding(hertz: Sound, level: number, overtones: number): Sound {
  let phase = 0;
  return (seconds) => {
    phase += (2 * Math.PI * hertz(seconds)) / sampleRateHz;
    let sum = 0;
    for (let n = 1; n <= overtones; n += 1) sum += Math.sin(n * phase) / n;
    return level * sum;
  };
}

/** A cry: a second of a voice that glides up and down, with a tremor. */
function cry(start: number): Sound {
  const pitch: Sound = (t) => 480 * (1 + 0.15 * Math.sin(Math.PI * (t - start)) + 0.02 * Math.sin(2 * Math.PI * 6 * t));
  return during(start, start + 1, gliding(pitch, 0.15, 8));
}

/** A machine: pulses thirty times a second, even and deep. */
function machine(start: number, end: number): Sound {
  const rumble = [30, 60, 90, 120, 150].map((hertz, i) => sine(hertz, 0.1 / (i + 1)));
  return during(start, end, (seconds) => rumble.reduce((sum, sound) => sum + sound(seconds), 0));
}

/** Noise that swells and falls slowly, like wind. */
function gusts(): Sound {
  const hiss = noise(0.2);
  let low = 0;
  return (seconds) => {
    low += 0.02 * (hiss(seconds) - low);
    return low * (2 + 1.5 * Math.sin(seconds));
  };
}

/** Sounds made of tones, clicks and noise, each with its label and the kinds that are to be heard. */
export const madeSounds: Readonly<Record<string, { label: string; hears: string; sound: () => Sound }>> = {
  hiss: { label: 'rain', hears: 'nothing', sound: () => mix(noise(0.2)) },
  gusts: { label: 'wind', hears: 'nothing', sound: () => mix(gusts()) },
  bang: { label: 'impulse', hears: 'audio.impulse', sound: () => mix(blow(3, 0.9)) },
  knocks: { label: 'door_wood_knock', hears: 'audio.impulse', sound: () => mix(...[2, 2.4, 2.8, 3.2].map((t) => blow(t, 0.5))) },
  siren: {
    label: 'siren',
    hears: 'audio.sustained',
    sound: () =>
      mix(
        during(
          1,
          7,
          gliding((t) => 900 + 300 * Math.sin(2 * t), 0.2, 3),
        ),
      ),
  },
  alarm: {
    label: 'clock_alarm',
    hears: 'audio.sustained',
    sound: () => mix(...[1, 2, 3, 4, 5].map((t) => during(t, t + 0.4, sine(2400, 0.2)))),
  },
  machine: { label: 'engine', hears: 'audio.sustained', sound: () => mix(machine(3.5, 7)) },
  cries: { label: 'crying_baby', hears: 'audio.voice', sound: () => mix(cry(1), cry(3), cry(5)) },
};

/** A WAV file of one channel, 16 bits, 16 kHz (Microsoft and IBM, "Multimedia Programming Interface and Data Specifications", 1991). */
export function waveFile(seconds: number, sound: Sound): Buffer {
  const samples = Math.round(seconds * sampleRateHz);
  const file = Buffer.alloc(44 + 2 * samples);
  file.write('RIFF', 0, 'ascii');
  file.writeUInt32LE(36 + 2 * samples, 4);
  file.write('WAVEfmt ', 8, 'ascii');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(sampleRateHz, 24);
  file.writeUInt32LE(2 * sampleRateHz, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'ascii');
  file.writeUInt32LE(2 * samples, 40);
  for (let i = 0; i < samples; i += 1) {
    const value = Math.max(-1, Math.min(1, sound(i / sampleRateHz)));
    file.writeInt16LE(Math.round(32_767 * value), 44 + 2 * i);
  }
  return file;
}
