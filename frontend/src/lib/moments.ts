/** Writes moments as people here say them, always in a named zone: "Tue 24 Nov, 3:30pm". */

const LOCALE = 'en-GB';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

// Made once: making one takes far longer than using it, and each row of a list needs several.
const durations = (unit: string) =>
  new Intl.NumberFormat(LOCALE, { style: 'unit', unit, unitDisplay: 'long' });
const DURATIONS = { minute: durations('minute'), hour: durations('hour'), day: durations('day') };
const DISTANCES = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'always' });
const NOW_WORDS = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });
const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = zone + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: zone });
  formats.set(key, made);
  return made;
}

function partsOf(at: Date, zone: string, options: Intl.DateTimeFormatOptions): Parts {
  return Object.fromEntries(
    format(zone, options)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
}

/** "3:30pm" */
export function timeOfDay(iso: string, zone: string): string {
  const parts = partsOf(new Date(iso), zone, { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' });
  return `${parts.hour}:${parts.minute}${(parts.dayPeriod ?? '').replaceAll(/[^a-z]/gi, '').toLowerCase()}`;
}

/** "Tue 24 Nov", with the year when it is another one than now's. */
export function day(iso: string, zone: string, now: number): string {
  const at = new Date(iso);
  const parts = partsOf(at, zone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const thisYear = partsOf(new Date(now), zone, { year: 'numeric' }).year;
  const year = parts.year === thisYear ? '' : ` ${parts.year}`;
  return `${parts.weekday} ${parts.day} ${shortMonth(parts.month ?? '')}${year}`;
}

// British data write "Sept" where every other month has three letters; columns of dates read better without it.
function shortMonth(month: string): string {
  return month.slice(0, 3);
}

/** "Tue 24 Nov, 3:30pm" */
export function moment(iso: string, zone: string, now: number): string {
  return `${day(iso, zone, now)}, ${timeOfDay(iso, zone)}`;
}

/** "3:30pm" for a time of today, with the day for any other: a bare time must not pass for a fresh one. */
export function timeToday(iso: string, zone: string, now: number): string {
  const isToday = toWallClock(Date.parse(iso), zone).date === toWallClock(now, zone).date;
  return isToday ? timeOfDay(iso, zone) : moment(iso, zone, now);
}

/** "November 2026" */
export function monthName(iso: string, zone: string): string {
  return format(zone, { month: 'long', year: 'numeric' }).format(new Date(iso));
}

/** "3 days" for how long something has lasted, in its largest whole unit. */
export function lasting(iso: string, now: number): string {
  const size = Math.max(0, now - Date.parse(iso));
  const [amount, unit] =
    size < HOUR
      ? ([size / MINUTE, 'minute'] as const)
      : size < DAY
        ? ([size / HOUR, 'hour'] as const)
        : ([size / DAY, 'day'] as const);
  return DURATIONS[unit].format(Math.floor(amount));
}

/** "Tuesday, 24 November 2026 at 3:30pm Eastern Standard Time": what hovering over a time shows. */
export function fullMoment(iso: string, zone: string): string {
  const at = new Date(iso);
  const date = format(zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at);
  const name = partsOf(at, zone, { timeZoneName: 'long' }).timeZoneName ?? zone;
  return `${date}, ${timeOfDay(iso, zone)} ${name}`;
}

/** "2 hours ago" up to seven days; null beyond, where only a date is honest to read. */
export function relative(iso: string, now: number): string | null {
  const away = new Date(iso).getTime() - now;
  const size = Math.abs(away);
  if (size >= 7 * DAY) return null;
  if (size < MINUTE) return NOW_WORDS.format(0, 'second');
  if (size < HOUR) return DISTANCES.format(Math.trunc(away / MINUTE), 'minute');
  if (size < DAY) return DISTANCES.format(Math.trunc(away / HOUR), 'hour');
  return DISTANCES.format(Math.trunc(away / DAY), 'day');
}

/** The moment that a wall clock in the zone shows, for `2026-11-24` and `15:30`. */
export function fromWallClock(date: string, time: string, zone: string): string {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  // Two steps: the first guess may sit on the other side of a clock change.
  const guess = asUtc - zoneOffset(asUtc, zone);
  return new Date(asUtc - zoneOffset(guess, zone)).toISOString();
}

/** What a wall clock in the zone shows, as the date and time fields of a form want it. */
export function toWallClock(at: number, zone: string): { date: string; time: string } {
  const parts = partsOf(new Date(at), zone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

function zoneOffset(at: number, zone: string): number {
  const wall = toWallClock(at, zone);
  const wholeMinutes = Math.floor(at / MINUTE) * MINUTE;
  return Date.parse(`${wall.date}T${wall.time}:00Z`) - wholeMinutes;
}

/** The zone of the person at this screen, for times that are theirs and not the practice's. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
