import { useCallback, useInsertionEffect, useRef } from 'react';

/** The same function from one drawing to the next, that does what the latest one does: what gets it need not be redrawn. */
export function useSteady<A extends unknown[], R>(act: (...args: A) => R): (...args: A) => R {
  const latest = useRef(act);
  useInsertionEffect(() => {
    latest.current = act;
  });
  return useCallback((...args) => latest.current(...args), []);
}
