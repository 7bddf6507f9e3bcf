import type { Clock } from '@/features/leads/sentences';
import { fromWallClock, toWallClock } from '@/lib/moments';

const DAY_MS = 86_400_000;
const MONDAY = 1;
/** People come back onto the list when the practice opens. */
const OPENING = '09:00';

/** Tomorrow and next Monday, when the practice opens; by its calendar, not by adding hours, for clocks change. */
export function snoozeMoments({ zone, now }: Clock): { tomorrow: string; 'next-week': string } {
  const today = Date.parse(toWallClock(now, zone).date);
  const untilMonday = (MONDAY + 7 - new Date(today).getUTCDay()) % 7 || 7;
  return {
    tomorrow: openingOf(today + DAY_MS, zone),
    'next-week': openingOf(today + untilMonday * DAY_MS, zone),
  };
}

function openingOf(date: number, zone: string): string {
  return snoozeUntil(new Date(date).toISOString().slice(0, 10), zone);
}

/** @param date as a date field gives it, such as 2026-11-30 */
export function snoozeUntil(date: string, zone: string): string {
  return fromWallClock(date, OPENING, zone);
}
