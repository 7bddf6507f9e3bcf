import { useEffect, useState } from 'react';

export type Idle = 'at-work' | 'nearly' | 'over';

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
const LOOK_EVERY_MS = 1_000;
/** Between the pages of one browser: whoever works on one is not away from the others. */
const CHANNEL = 'at-work';
const SAY_EVERY_MS = 5_000;

/**
 * Whether someone is at this screen. Once the time is over only `back` begins anew: the first key after a night asleep,
 * before any timer has run, must not count as work.
 */
export function useIdle(nearlyMs: number, overMs: number): { idle: Idle; back: () => void } {
  const [idle, setIdle] = useState<Idle>('at-work');
  const isOver = idle === 'over';
  useEffect(() => {
    if (isOver) return undefined;
    const others = new BroadcastChannel(CHANNEL);
    let seenAt = Date.now();
    let saidAt = 0;
    const look = () => {
      const away = Date.now() - seenAt;
      setIdle(away >= overMs ? 'over' : away >= nearlyMs ? 'nearly' : 'at-work');
      return away < overMs;
    };
    const atWork = () => {
      if (!look()) return false;
      seenAt = Date.now();
      setIdle('at-work');
      return true;
    };
    const seen = () => {
      if (!atWork() || seenAt - saidAt < SAY_EVERY_MS) return;
      saidAt = seenAt;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none: it is one origin's
      others.postMessage(null);
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    others.addEventListener('message', atWork);
    document.addEventListener('visibilitychange', look);
    SIGNS.forEach((sign) => window.addEventListener(sign, seen, { capture: true, passive: true }));
    return () => {
      clearInterval(timer);
      others.close();
      document.removeEventListener('visibilitychange', look);
      SIGNS.forEach((sign) => window.removeEventListener(sign, seen, { capture: true }));
    };
  }, [isOver, nearlyMs, overMs]);
  return { idle, back: () => setIdle('at-work') };
}
