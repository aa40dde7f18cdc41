const sampleRateHz = 16_000;
const formants = [
  { gain: 1, centreHz: 600, widthHz: 120 },
  { gain: 0.5, centreHz: 1200, widthHz: 150 },
  { gain: 0.25, centreHz: 2600, widthHz: 200 },
];

/** Vowel-like syllables over faint noise at 16 kHz: the signal that `tools/reference/record_sound.py` records answers to. */
export function testSignal(seconds: number): Float32Array<ArrayBuffer> {
  const weights = Array.from({ length: 30 }, (_, i) =>
    formants.reduce((sum, { gain, centreHz, widthHz }) => sum + gain / (1 + ((130 * (i + 1) - centreHz) / widthHz) ** 2), 0),
  );
  let state = 1;
  return Float32Array.from({ length: Math.trunc(seconds * sampleRateHz) }, (_, i) => {
    const t = i / sampleRateHz;
    const phase = 2 * Math.PI * (130 * t + (20 * (1 - Math.cos(2 * Math.PI * 0.7 * t))) / (2 * Math.PI * 0.7));
    const isVoiced = Math.sin(2 * Math.PI * 0.25 * t) > 0;
    const envelope = isVoiced ? Math.max(0, Math.sin(2 * Math.PI * 2.5 * t)) : 0;
    const voice = weights.reduce((sum, weight, harmonic) => sum + weight * Math.sin((harmonic + 1) * phase), 0);
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return 0.1 * envelope * voice + 0.003 * (state / 2 ** 31 - 1);
  });
}
