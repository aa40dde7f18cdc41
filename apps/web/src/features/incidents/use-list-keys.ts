import type { RefObject } from 'react';
import { useMay } from '../../app/session.tsx';
import { type KeyBinding, useKeys } from '../../lib/keys/key-bindings.tsx';
import { incidentList } from '../../messages/en/incidents.ts';
import type { GridHandle } from './incident-grid.tsx';
import type { Action } from './judging.ts';

const text = incidentList.keys;

/** What keys do on the list. */
export interface ListCommands {
  /** Goes some places on from where the focus is. */
  readonly step: (by: number) => void;
  readonly goTo: (place: number) => void;
  readonly count: number;
  readonly open: () => void;
  readonly pick: () => void;
  /** Extends the selection some places on. */
  readonly extend: (by: number) => void;
  readonly pickAll: () => void;
  readonly clear: () => void;
  /** On what is selected, or on what has the focus. */
  readonly act: (action: Action) => void;
  readonly toggleReviewed: () => void;
  readonly hasSelection: boolean;
  readonly showArrivals: () => void;
  readonly preview: () => void;
  readonly undo: () => void;
}

/** Lets a reader go through the list, select and judge without a mouse. */
export function useListKeys(grid: RefObject<GridHandle | null>, commands: ListCommands): void {
  const mayJudge = useMay('operator');
  const columns = (): number => grid.current?.columns ?? 1;
  const { step, extend } = commands;
  const judge = (status: 'new' | 'confirmed' | 'dismissed') => () => commands.act({ type: 'change', change: { status } });
  const move = (keys: string, label: string, run: () => void): KeyBinding => ({ keys, label, run, repeats: true });
  useKeys(text.title, [
    move('j', text.next, () => step(1)),
    move('k', text.previous, () => step(-1)),
    move('ArrowRight', text.next, () => step(1)),
    move('ArrowLeft', text.previous, () => step(-1)),
    move('ArrowDown', text.down, () => step(columns())),
    move('ArrowUp', text.up, () => step(-columns())),
    { keys: 'Home', label: text.first, run: () => commands.goTo(0) },
    { keys: 'End', label: text.last, run: () => commands.goTo(commands.count - 1) },
    { keys: 'Enter', label: text.open, run: commands.open },
    { keys: 'x', label: text.pick, run: commands.pick },
    { keys: 'Space', label: text.pick, run: commands.pick },
    { keys: 'Shift+Space', label: text.range, run: () => extend(0) },
    move('Shift+ArrowRight', text.rangeNext, () => extend(1)),
    move('Shift+ArrowLeft', text.rangePrevious, () => extend(-1)),
    move('Shift+ArrowDown', text.rangeDown, () => extend(columns())),
    move('Shift+ArrowUp', text.rangeUp, () => extend(-columns())),
    { keys: '$mod+a', label: text.all, run: commands.pickAll },
    { keys: 'Escape', label: text.clear, run: commands.clear },
    ...(mayJudge
      ? [
          { keys: 'c', label: text.confirm, run: judge('confirmed') },
          { keys: 'd', label: text.dismiss, run: judge('dismissed') },
        ]
      : []),
    {
      keys: 'n',
      label: text.new,
      run: () => (commands.hasSelection && mayJudge ? judge('new')() : commands.showArrivals()),
    },
    { keys: 'r', label: text.reviewed, run: commands.toggleReviewed },
    { keys: 'p', label: text.preview, run: commands.preview },
    { keys: 'u', label: text.undo, run: commands.undo },
  ]);
}
