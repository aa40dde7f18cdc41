import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { tinykeys } from 'tinykeys';
import { KeySequence } from './key-sequence.ts';

/** One thing that a key does. */
export interface KeyBinding {
  /** In the notation of tinykeys: `r`, `Shift+?`, `Control+a`, `g i` one after the other. */
  readonly keys: string;
  /** What it does, for the list of keys. */
  readonly label: string;
  readonly run: (event: KeyboardEvent) => void;
  /** Works inside of text fields too; for `Escape` and the like. */
  readonly inFields?: boolean;
  /** Goes on while the key is held down. */
  readonly repeats?: boolean;
}

/** The keys that hold now, in groups as pages gave them. */
class KeyRegistry {
  readonly #groups = new Map<symbol, { readonly title: string; readonly bindings: readonly KeyBinding[] }>();
  readonly #listeners = new Set<() => void>();
  readonly #pressed = new KeySequence();
  #snapshot: readonly KeyGroup[] = [];
  #sequences: ReadonlySet<string> = new Set();

  add(title: string, bindings: readonly KeyBinding[]): () => void {
    const id = Symbol(title);
    this.#groups.set(id, { title, bindings });
    this.#changed();
    return () => {
      this.#groups.delete(id);
      this.#changed();
    };
  }

  #changed(): void {
    const byTitle = Map.groupBy(this.#groups.values(), ({ title }) => title);
    this.#snapshot = [...byTitle].map(([title, groups]) => ({ title, bindings: groups.flatMap(({ bindings }) => bindings) }));
    const keys = this.#snapshot.flatMap(({ bindings }) => bindings.map((binding) => binding.keys));
    this.#sequences = new Set(keys.filter((one) => one.includes(' ')).map((one) => one.toLowerCase()));
    for (const listener of this.#listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Sees every key before the bindings do. */
  readonly see = (event: KeyboardEvent): void => this.#pressed.see(isTyping(event) ? null : event);

  /** Whether the key that was pressed is the end of a sequence. */
  get isSequence(): boolean {
    return this.#pressed.ends(this.#sequences);
  }

  readonly groups = (): readonly KeyGroup[] => this.#snapshot;
}

/** Keys that belong together. */
export interface KeyGroup {
  readonly title: string;
  readonly bindings: readonly KeyBinding[];
}

const KeyContext = createContext<KeyRegistry | null>(null);

/** Knows which keys do something, so that the list of keys can show them. */
export function KeyProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [registry] = useState(() => new KeyRegistry());
  useEffect(() => {
    addEventListener('keydown', registry.see, { capture: true });
    return () => removeEventListener('keydown', registry.see, { capture: true });
  }, [registry]);
  return <KeyContext value={registry}>{children}</KeyContext>;
}

/** Lets keys do something while the component is there. They are off while somebody types, and while a dialog is open. */
export function useKeys(title: string, bindings: readonly KeyBinding[]): void {
  const registry = useContext(KeyContext);
  const press = useEffectEvent((keys: string, event: KeyboardEvent) => {
    const binding = bindings.find((one) => one.keys === keys);
    if (binding === undefined || (isTyping(event) && binding.inFields !== true)) return;
    if (registry?.isSequence === true && !keys.includes(' ')) return;
    if ((event.repeat && binding.repeats !== true) || belongsToControl(event)) return;
    event.preventDefault();
    binding.run(event);
  });
  const listed = bindings.map(({ keys, label }) => `${keys}\t${label}`).join('\n');
  useEffect(() => {
    const keys = listed.split('\n').map((line) => line.split('\t')[0]);
    const handlers = Object.fromEntries(keys.map((key) => [key, (event: KeyboardEvent) => press(key, event)]));
    return tinykeys(window, handlers, { ignore: ({ isComposing }) => isComposing });
  }, [listed]);
  useEffect(() => registry?.add(title, bindings), [registry, title, listed]);
}

/** Every key that does something now. */
export function useKeyGroups(): readonly KeyGroup[] {
  const registry = useContext(KeyContext);
  return useSyncExternalStore(registry?.subscribe ?? (() => () => undefined), registry?.groups ?? (() => []));
}

function isTyping({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isField = target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  return (isField && !isSwitch(target)) || target.closest('dialog,[role=dialog]') !== null;
}

/** What has the focus and needs the key itself: a button is pressed by the space bar, a choice is moved by arrows, a panel is closed by Escape. */
function belongsToControl({ target, key }: KeyboardEvent): boolean {
  // the browser closes what is open before a page may take the key
  if (key === 'Escape') return document.querySelector(':popover-open') !== null;
  if (!(target instanceof Element)) return false;
  if (key === ' ' || key === 'Enter') return target.closest('button,a,summary,input,[role=switch],[role=checkbox]') !== null;
  if (!key.startsWith('Arrow')) return false;
  return target.closest('input[type=radio],input[type=range],[role=tab],[role=slider],[role=menu],[role=listbox]') !== null;
}

/** Boxes to tick take no text. */
function isSwitch(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && /^(?:checkbox|radio|button|range)$/.test(target.type);
}
