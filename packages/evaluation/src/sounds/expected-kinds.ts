import { type IncidentKind, incidentKinds } from '@vigil/contracts';

/** What is to be heard in sounds of a class. */
export interface ExpectedKinds {
  /** The kind to be found; null where none need be. */
  readonly kind: IncidentKind | null;
  /** Kinds that are right as well, whether beside `kind` or in its place. */
  readonly alsoRight: readonly IncidentKind[];
  /** Kinds that are neither right nor false. */
  readonly fair: readonly IncidentKind[];
  /** Why. */
  readonly reason: string;
}

const impulse = 'audio.impulse';
const sustained = 'audio.sustained';
const voice = 'audio.voice';
const speech = 'audio.speech';

function expected(
  kind: IncidentKind | null,
  reason: string,
  { alsoRight = [], fair = [] }: { alsoRight?: readonly IncidentKind[]; fair?: readonly IncidentKind[] } = {},
): ExpectedKinds {
  return { kind, alsoRight, fair, reason };
}

/** By class of ESC-50 (Piczak, "ESC: Dataset for Environmental Sound Classification", 2015), and speech. */
const byClass: Readonly<Record<string, ExpectedKinds>> = {
  glass_breaking: expected(impulse, 'Glass shatters within milliseconds in all bands.'),
  door_wood_knock: expected(impulse, 'Each knock is a short blow.'),
  fireworks: expected(impulse, 'Rockets burst with a bang; some whistle as they rise, which is a tone.', { fair: [sustained] }),
  clapping: expected(impulse, 'Each clap is a blow; an applause of many melts into noise.'),
  dog: expected(impulse, 'A bark begins sharply and fades at once; it is a voice too.', { alsoRight: [voice] }),
  siren: expected(sustained, 'A tone that goes on.'),
  clock_alarm: expected(sustained, 'Beeps or a bell that go on.'),
  engine: expected(sustained, 'An even throb that goes on.'),
  crying_baby: expected(voice, 'A voice, high and loud.'),
  speech: expected(speech, 'Somebody speaks; raised voices are both.', { fair: [voice] }),
  rain: expected(null, 'Steady noise: a background.'),
  wind: expected(null, 'Noise that swells and falls: a background.'),
  crackling_fire: expected(null, 'A background, but each crackle is a small bang.', { fair: [impulse] }),
  keyboard_typing: expected(null, 'Nothing unusual, but each stroke is a small blow.', { fair: [impulse] }),
  footsteps: expected(null, 'Nothing unusual, but each step is a small blow.', { fair: [impulse] }),
};

/** Kinds that depend on what the source is like otherwise, which the class of a sound does not tell: never false. */
const relative: readonly IncidentKind[] = ['audio.loud', 'audio.silence', 'audio.unusual', 'camera.silent'];

/** Nothing is expected, everything is false: clips labelled `normal`. */
const nothing = expected(null, 'Nothing unusual.');

/**
 * What is to be heard in clips with a label: a class of ESC-50, `speech`, `normal`, or a kind by its name (`audio.impulse` or
 * `impulse`). Null for other labels.
 */
export function expectedKinds(label: string): ExpectedKinds | null {
  const known = label === 'normal' ? nothing : Object.hasOwn(byClass, label) ? byClass[label] : null;
  if (known !== null) return { ...known, fair: [...known.fair, ...relative] };
  const kind = incidentKinds.find((name) => name === label || name === `audio.${label}`);
  return kind === undefined ? null : { ...expected(kind, 'The label names the kind.'), fair: relative };
}
