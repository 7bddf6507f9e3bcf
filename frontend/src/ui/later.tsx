import { type ComponentType, useEffect, useState } from 'react';

import { whenIdle } from '@/lib/whenIdle';

interface Need {
  /** Whether it is to be seen now. */
  isNeeded: boolean;
}

/**
 * A part that the first view does without: it comes when the browser is idle, or at once when it is needed before. Not
 * React's own `lazy`, which waits for a moment even when everything is there, and then a third of a second more.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>) {
  let loaded: ComponentType<P> | undefined;
  let loading: Promise<void> | undefined;
  const fetch = (): Promise<void> =>
    (loading ??= load().then(
      (part) => {
        loaded = part;
      },
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    ));

  // Whoever needs it afterwards asks again, and is told what fails.
  const early = () => void fetch().catch(() => undefined);

  function Later(props: P & Need) {
    const { isNeeded } = props;
    const [Part, setPart] = useState<ComponentType<P> | undefined>(() => loaded);
    const [failure, setFailure] = useState<{ error: unknown }>();
    useEffect(() => {
      if (Part) return undefined;
      const draw = () => setPart(() => loaded);
      if (!isNeeded) return whenIdle(() => void fetch().then(draw, () => undefined));
      void fetch().then(draw, (error: unknown) => setFailure({ error }));
      return undefined;
    }, [Part, isNeeded]);
    // After a new version only the page as a whole can be loaded again: that is what the net under it offers.
    if (failure) throw failure.error;
    return Part ? <Part {...props} /> : null;
  }
  return Object.assign(Later, { early });
}
