import { useEffect, useState } from 'react';

export type Idle = 'at-work' | 'nearly' | 'over';

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
const LOOK_EVERY_MS = 1_000;

/**
 * Whether someone is at this screen. Once the time is over only `back` begins anew: the first key after a night asleep,
 * before any timer has run, must not count as work.
 */
export function useIdle(nearlyMs: number, overMs: number): { idle: Idle; back: () => void } {
  const [idle, setIdle] = useState<Idle>('at-work');
  const isOver = idle === 'over';
  useEffect(() => {
    if (isOver) return undefined;
    let seenAt = Date.now();
    const look = () => {
      const away = Date.now() - seenAt;
      setIdle(away >= overMs ? 'over' : away >= nearlyMs ? 'nearly' : 'at-work');
      return away < overMs;
    };
    const seen = () => {
      if (!look()) return;
      seenAt = Date.now();
      setIdle('at-work');
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    document.addEventListener('visibilitychange', look);
    SIGNS.forEach((sign) => window.addEventListener(sign, seen, { capture: true, passive: true }));
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      SIGNS.forEach((sign) => window.removeEventListener(sign, seen, { capture: true }));
    };
  }, [isOver, nearlyMs, overMs]);
  return { idle, back: () => setIdle('at-work') };
}
