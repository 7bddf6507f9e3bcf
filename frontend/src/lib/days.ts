/** Days of a zone's wall, which have 23 or 25 hours where clocks change. Dates are `2026-11-24`. */

import { fromWallClock, toWallClock } from '@/lib/moments';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The date so many days later; dates have no hours, so clocks do not matter. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The Monday on or before it. */
export function mondayOf(date: string): string {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(date, -weekday);
}

export function dateOf(at: number, zone: string): string {
  return toWallClock(at, zone).date;
}

/** The first moment of a day: not always midnight, as some zones skip that when clocks go forward. */
export function startOfDay(date: string, zone: string): number {
  const guess = Date.parse(fromWallClock(date, '00:00', zone));
  // Where midnight does not exist or comes twice, the guess is off by less than a few hours.
  let at = guess - 3 * 60 * MINUTE;
  while (dateOf(at, zone) < date) at += 15 * MINUTE;
  return at;
}

export interface Day {
  date: string;
  start: number;
  end: number;
}

export function dayOf(date: string, zone: string): Day {
  return { date, start: startOfDay(date, zone), end: startOfDay(addDays(date, 1), zone) };
}

export function daysFrom(date: string, count: number, zone: string): Day[] {
  return Array.from({ length: count }, (_, index) => dayOf(addDays(date, index), zone));
}
