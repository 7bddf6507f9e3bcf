const HOUR = 60;
const DAY = 24 * HOUR;

/** Minutes of a day as a field for a time holds them, `09:00`; the day's end is `00:00`. */
export function clockOf(minute: number): string {
  const of = minute % DAY;
  return `${String(Math.floor(of / HOUR)).padStart(2, '0')}:${String(of % HOUR).padStart(2, '0')}`;
}

export function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * HOUR + minutes;
}

/** As an end, midnight is the day's end. */
export function endOf(clock: string): number {
  return minuteOf(clock) || DAY;
}
