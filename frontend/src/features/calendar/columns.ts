import type { Busy, CalendarAnswer, Column, Conflict, Session } from '@/features/calendar/calendar';
import { isKnown } from '@/features/calendar/calendar';
import type { Day } from '@/lib/days';

/** One strip of the grid: a calendar on a day. */
export interface Strip {
  key: string;
  column: Column;
  day: Day;
}

export function stripsOf(answer: CalendarAnswer, days: readonly Day[]): Strip[] {
  return days.flatMap((day) =>
    answer.calendars.map((column) => ({ key: `${column.id}.${day.date}`, column, day })),
  );
}

interface Stretch {
  from: string;
  until: string;
}

const touches = ({ from, until }: Stretch, day: Pick<Day, 'start' | 'end'>) =>
  Date.parse(from) < day.end && Date.parse(until) > day.start;

export const sessionsOn = ({ column, day }: Strip): Session[] =>
  column.sessions.filter((session) => touches(session, day));
export const busyOn = ({ column, day }: Strip): Busy[] => column.busy.filter((busy) => touches(busy, day));
export const hoursOn = ({ column, day }: Strip): Stretch[] =>
  column.hours.filter((stretch) => touches(stretch, day));

export const isAway = ({ column, day }: Strip): boolean => column.daysAway.includes(day.date);

/** Where a stretch lies in a day's strip, in parts of its height; what goes over its edges is cut. */
export function placeIn(day: Day, { from, until }: Stretch): { top: string; height: string } {
  const length = day.end - day.start;
  const start = Math.max(Date.parse(from), day.start);
  const end = Math.min(Date.parse(until), day.end);
  return {
    top: `${((start - day.start) / length) * 100}%`,
    height: `${(Math.max(end - start, 0) / length) * 100}%`,
  };
}

/** Sessions that overlap stand side by side; each is told its lane and how many there are. */
export function lanesOf(sessions: readonly Session[]): Map<number, { lane: number; of: number }> {
  const placed = new Map<number, { lane: number; of: number }>();
  let group: { id: number; lane: number; until: number }[] = [];
  const close = () => {
    const of = Math.max(0, ...group.map(({ lane }) => lane)) + 1;
    for (const { id, lane } of group) placed.set(id, { lane, of });
    group = [];
  };
  for (const session of sessions.toSorted((one, other) => one.from.localeCompare(other.from))) {
    const from = Date.parse(session.from);
    if (group.every(({ until }) => until <= from)) close();
    const taken = new Set(group.filter(({ until }) => until > from).map(({ lane }) => lane));
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    group.push({ id: session.id, lane, until: Date.parse(session.until) });
  }
  close();
  return placed;
}

export interface Found {
  column: Column;
  conflict: Conflict;
}

export function conflictsOf(answer: CalendarAnswer): Found[] {
  return answer.calendars
    .flatMap((column) => column.conflicts.map((conflict) => ({ column, conflict })))
    .toSorted((one, other) => one.conflict.from.localeCompare(other.conflict.from));
}

export function sessionOf(column: Column, id: number | null | undefined): Session | undefined {
  return column.sessions.find((session) => session.id === id);
}

const LEAST_FREE_MS = 50 * 60_000;

/** Working hours with nothing in them; none where hours or Google are not known, as that is not the same as free. */
export function freeOn(strip: Strip, now: number): Stretch[] {
  if (!strip.column.hoursKnown || !isKnown(strip.column.google)) return [];
  const taken = [...sessionsOn(strip), ...busyOn(strip)].toSorted((one, other) =>
    one.from.localeCompare(other.from),
  );
  return hoursOn(strip).flatMap((hours) => {
    const free: Stretch[] = [];
    let at = Math.max(Date.parse(hours.from), now);
    const keep = (until: number) => {
      if (until - at >= LEAST_FREE_MS) {
        free.push({ from: new Date(at).toISOString(), until: new Date(until).toISOString() });
      }
    };
    for (const one of taken) {
      if (Date.parse(one.until) <= at || Date.parse(one.from) >= Date.parse(hours.until)) continue;
      keep(Date.parse(one.from));
      at = Math.max(at, Date.parse(one.until));
    }
    keep(Date.parse(hours.until));
    return free;
  });
}
