import { describe, expect, it } from 'vitest';

import {
  fromWallClock,
  fullMoment,
  lasting,
  moment,
  relative,
  timeOfDay,
  timeToday,
  toWallClock,
} from '@/lib/moments';

const NEW_YORK = 'America/New_York';
const NOW = Date.parse('2026-11-24T14:00:00Z');
const before = (milliseconds: number) => new Date(NOW - milliseconds).toISOString();
const HOUR = 3_600_000;

describe('a moment', () => {
  it('is said as people say it, in the zone asked for and not in the reader’s', () => {
    expect(moment('2026-11-24T20:30:00Z', NEW_YORK, NOW)).toBe('Tue 24 Nov, 3:30pm');
    expect(moment('2026-11-24T20:30:00Z', 'Europe/London', NOW)).toBe('Tue 24 Nov, 8:30pm');
  });

  it('names another year, and writes every month with three letters', () => {
    expect(moment('2025-09-02T16:05:00Z', NEW_YORK, NOW)).toBe('Tue 2 Sep 2025, 12:05pm');
  });

  it('tells midnight and noon apart', () => {
    expect(timeOfDay('2026-11-24T05:00:00Z', NEW_YORK)).toBe('12:00am');
    expect(timeOfDay('2026-11-24T17:00:00Z', NEW_YORK)).toBe('12:00pm');
  });

  it('is a bare time only on the same day', () => {
    expect(timeToday('2026-11-24T13:41:00Z', NEW_YORK, NOW)).toBe('8:41am');
    expect(timeToday('2026-11-23T13:41:00Z', NEW_YORK, NOW)).toBe('Mon 23 Nov, 8:41am');
  });

  it('has its zone in words when written in full', () => {
    expect(fullMoment('2026-11-24T20:30:00Z', NEW_YORK)).toMatch(
      /Tuesday.*24 November 2026, 3:30pm (Eastern Standard Time|GMT-5)/,
    );
  });
});

describe('a distance', () => {
  it.each([
    [30_000, 'now'],
    [5 * 60_000, '5 minutes ago'],
    [2 * HOUR, '2 hours ago'],
    [3 * 24 * HOUR, '3 days ago'],
    [-2 * HOUR, 'in 2 hours'],
  ])('of %i ms is "%s"', (milliseconds, words) => {
    expect(relative(before(milliseconds), NOW)).toBe(words);
  });

  it('of seven days or more is left to a date', () => {
    expect(relative(before(7 * 24 * HOUR), NOW)).toBeNull();
  });

  it.each([
    [5 * 60_000, '5 minutes'],
    [HOUR, '1 hour'],
    [70 * HOUR, '2 days'],
    [-HOUR, '0 minutes'],
  ])('that lasts for %i ms is "%s"', (milliseconds, words) => {
    expect(lasting(before(milliseconds), NOW)).toBe(words);
  });
});

describe('a wall clock', () => {
  it('is read in the practice’s zone, in winter and in summer', () => {
    expect(fromWallClock('2026-11-24', '15:30', NEW_YORK)).toBe('2026-11-24T20:30:00.000Z');
    expect(fromWallClock('2026-07-24', '15:30', NEW_YORK)).toBe('2026-07-24T19:30:00.000Z');
  });

  it('is read on the right side of a clock change', () => {
    expect(fromWallClock('2026-11-01', '00:30', NEW_YORK)).toBe('2026-11-01T04:30:00.000Z');
    expect(fromWallClock('2026-11-01', '03:30', NEW_YORK)).toBe('2026-11-01T08:30:00.000Z');
    expect(fromWallClock('2026-03-08', '03:30', NEW_YORK)).toBe('2026-03-08T07:30:00.000Z');
  });

  it('comes back as it was written', () => {
    const at = Date.parse(fromWallClock('2026-11-01', '23:59', NEW_YORK));

    expect(toWallClock(at, NEW_YORK)).toEqual({ date: '2026-11-01', time: '23:59' });
  });
});
