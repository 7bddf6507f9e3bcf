import * as z from 'zod/mini';

import type { Clock } from '@/features/leads/sentences';
import { fromWallClock, toWallClock } from '@/lib/moments';

const DAY_MS = 86_400_000;

interface CallBackEntry {
  date: string;
  time: string;
}

/** A note is optional; a call back needs a moment that is still to come, on the practice's clock. */
export function outcomeEntry(clock: Clock) {
  return z
    .object({
      note: z.string(),
      date: z.string().check(z.minLength(1, 'date-missing')),
      time: z.string().check(z.minLength(1, 'time-missing')),
    })
    .check(
      z.refine((entry) => Date.parse(callBackMoment(entry, clock)) > clock.now, {
        path: ['date'],
        error: 'date-passed',
      }),
    );
}

export function callBackMoment({ date, time }: CallBackEntry, { zone }: Clock): string {
  return fromWallClock(date, time, zone);
}

/** Tomorrow at ten: a start that is rarely wrong by much. */
export function callBackDefaults({ zone, now }: Clock): CallBackEntry {
  return { date: toWallClock(now + DAY_MS, zone).date, time: '10:00' };
}
