import { useEffect, useEffectEvent, useState } from 'react';

/** What is typed goes into the address when the typing pauses. */
const pauseMs = 300;

/**
 * A text field that leaves off now and then to tell what it holds.
 *
 * @param value What the address has; a change of it, such as clearing the filters, shows at once.
 */
export function useLateText(value: string, tell: (text: string) => void): readonly [string, (text: string) => void] {
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    if (typed.trim() !== value) setTyped(value);
  }
  const settle = useEffectEvent(() => {
    if (typed.trim() !== value) tell(typed.trim());
  });
  useEffect(() => {
    const timer = setTimeout(settle, pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return [typed, setTyped];
}
