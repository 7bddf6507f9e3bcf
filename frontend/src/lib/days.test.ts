import { describe, expect, it } from 'vitest';

import { addDays, dateOf, dayOf, mondayOf } from '@/lib/days';

const HOUR = 3_600_000;
/** Every fashion of changing clocks there is: by an hour, by half an hour, at midnight, in the south, and not at all. */
const ZONES = (
  'America/New_York America/Chicago America/Denver America/Los_Angeles America/Anchorage America/Halifax ' +
  'America/St_Johns America/Sao_Paulo America/Santiago America/Asuncion America/Havana America/Mexico_City ' +
  'America/Phoenix America/Bogota America/Caracas Atlantic/Azores Europe/London Europe/Dublin Europe/Berlin ' +
  'Europe/Paris Europe/Athens Europe/Moscow Europe/Istanbul Africa/Cairo Africa/Casablanca Africa/Lagos ' +
  'Asia/Beirut Asia/Gaza Asia/Tehran Asia/Kolkata Asia/Kathmandu Asia/Tokyo Asia/Singapore Australia/Sydney ' +
  'Australia/Lord_Howe Australia/Perth Pacific/Auckland Pacific/Chatham Pacific/Honolulu Pacific/Apia'
).split(' ');

it('has forty zones to try', () => {
  expect(new Set(ZONES).size).toBe(40);
});

describe.each(ZONES)('in %s', (zone) => {
  it('begins each day of ten years at its first moment, where the day before ends', () => {
    let end = 0;
    for (let date = '2020-01-01'; date < '2030-01-01'; date = addDays(date, 1)) {
      // Most days are like the one before; those around a change are looked at one by one.
      const isNearChange = new Date(`${date}T00:00:00Z`).getUTCDate() % 9 === 0 || isChanging(date, zone);
      if (!isNearChange) {
        end = 0;
        continue;
      }
      const day = dayOf(date, zone);
      expect(dateOf(day.start, zone)).toBe(date);
      expect(dateOf(day.start - 1, zone)).toBe(addDays(date, -1));
      expect(dateOf(day.end - 1, zone)).toBe(date);
      expect([0, day.start]).toContain(end);
      end = day.end;
    }
  }, 30_000);
});

function isChanging(date: string, zone: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  const hour = (time: number) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(time);
  return (
    hour(at - 30 * HOUR).slice(3) !== hour(at + 42 * HOUR).slice(3) ||
    hour(at - 30 * HOUR) !== hour(at + 42 * HOUR)
  );
}

it('has 23 hours when clocks go forward and 25 when they go back', () => {
  const spring = dayOf('2026-03-08', 'America/New_York');
  const autumn = dayOf('2026-11-01', 'America/New_York');
  expect((spring.end - spring.start) / HOUR).toBe(23);
  expect((autumn.end - autumn.start) / HOUR).toBe(25);
});

it('begins where a zone skips midnight', () => {
  const day = dayOf('2026-09-06', 'America/Santiago');
  expect((day.end - day.start) / HOUR).toBe(23);
});

it('finds the Monday before', () => {
  expect(mondayOf('2026-11-29')).toBe('2026-11-23');
  expect(mondayOf('2026-11-23')).toBe('2026-11-23');
});
