import type { KeyboardEvent } from 'react';

export interface DeskActions {
  move: (step: number) => void;
  open: () => void;
  outcome: () => void;
  undo: () => void;
  latest: () => void;
  keys: () => void;
  close: () => void;
}

/** What single keys do while the list has the focus; nowhere else, so that nobody triggers them by talking or typing. */
export function deskKeys(actions: DeskActions): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = actionFor(event.key, actions);
    if (!act) return;
    event.preventDefault();
    act();
  };
}

function actionFor(key: string, actions: DeskActions): (() => void) | undefined {
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return () => actions.move(1);
    case 'k':
    case 'ArrowUp':
      return () => actions.move(-1);
    case 'Home':
      return () => actions.move(-Infinity);
    case 'End':
      return () => actions.move(Infinity);
    case 'Enter':
      return actions.open;
    case 'o':
      return actions.outcome;
    case 'z':
      return actions.undo;
    case 'r':
      return actions.latest;
    case '?':
      return actions.keys;
    case 'Escape':
      return actions.close;
    default:
      return undefined;
  }
}
