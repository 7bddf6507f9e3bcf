import { type KeyboardEvent, useRef } from 'react';

import { useSingleKeys } from '@/ui/singleKeys';

/** What keys do on the list. Those that are absent have nothing to do now, and stay with the browser. */
export interface DeskActions {
  move: (step: number) => void;
  open: () => void;
  close: () => void;
  /** By their letter: what is done to the person under the cursor, and to the list. */
  letters: Record<string, () => void>;
  /** By the letter after G: the pages there are. */
  pages: Record<string, () => void>;
}

/** For so long after G a letter names a page. */
const GO_FOR_MS = 1_500;

/** Keys work while the list has the focus; nowhere else, so that nobody triggers them by talking or typing. */
export function useDeskKeys(actions: DeskActions): (event: KeyboardEvent) => void {
  const hasLetters = useSingleKeys();
  const goAt = useRef(-Infinity);
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isGoing = event.timeStamp - goAt.current < GO_FOR_MS;
    goAt.current = hasLetters && event.key === 'g' && !isGoing ? event.timeStamp : -Infinity;
    const letters = isGoing ? actions.pages : actions.letters;
    const act = moveFor(event.key, actions) ?? (hasLetters ? letters[event.key] : undefined);
    if (!act) return;
    event.preventDefault();
    act();
  };
}

function moveFor(key: string, { move, open, close }: DeskActions): (() => void) | undefined {
  switch (key) {
    case 'ArrowDown':
      return () => move(1);
    case 'ArrowUp':
      return () => move(-1);
    case 'Home':
      return () => move(-Infinity);
    case 'End':
      return () => move(Infinity);
    case 'Enter':
      return open;
    case 'Escape':
      return close;
    default:
      return undefined;
  }
}
