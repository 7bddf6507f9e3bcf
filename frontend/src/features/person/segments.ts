import type { SessionShown } from '@/features/person/person';

const MINUTE = 60_000;
const BEFORE = 10;
const AFTER = 15;

export interface Bar {
  booked: { x: number; width: number };
  present: { x: number; width: number }[];
}

/** Where a session's booked span and its presence lie on a bar, in hundredths of its width. */
export function barOf(session: Pick<SessionShown, 'startsAt' | 'durationMinutes' | 'present'>): Bar {
  const start = Date.parse(session.startsAt);
  const from = start - BEFORE * MINUTE;
  const whole = (session.durationMinutes + BEFORE + AFTER) * MINUTE;
  const at = (time: number) => Math.min(100, Math.max(0, ((time - from) / whole) * 100));
  const span = (begin: number, end: number) => ({ x: at(begin), width: Math.max(0, at(end) - at(begin)) });
  return {
    booked: span(start, start + session.durationMinutes * MINUTE),
    present: session.present.map((segment) => span(Date.parse(segment.from), Date.parse(segment.to))),
  };
}
