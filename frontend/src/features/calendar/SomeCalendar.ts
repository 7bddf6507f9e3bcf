import type { CalendarAnswer, Column, Session } from '@/features/calendar/calendar';

/** A week of made-up sessions, as the server answers it. */
export const WREN = 4_038_201;
export const OTIS = 4_038_202;
export const ADA = '0197a000-0000-7000-8000-000000000001';

export function someSession(own: Partial<Session> = {}): Session {
  return {
    id: 399_682_887,
    personId: ADA,
    name: 'Ada Applewhistle',
    typeName: 'Individual session',
    from: '2026-11-24T20:30:00Z',
    until: '2026-11-24T21:20:00Z',
    google: 'saved',
    savedAt: '2026-11-20T15:00:00Z',
    titleRight: true,
    ...own,
  };
}

export function someColumn(own: Partial<Column> = {}): Column {
  return {
    id: WREN,
    practitioner: 'Wren Fableton',
    google: { state: 'on-time', fetchedTo: '2026-11-23T14:00:00Z' },
    hoursKnown: true,
    hours: [23, 24, 25, 26].map((day) => ({
      from: `2026-11-${day}T14:00:00Z`,
      until: `2026-11-${day}T22:00:00Z`,
    })),
    daysAway: [],
    sessions: [someSession()],
    busy: [{ from: '2026-11-24T17:00:00Z', until: '2026-11-24T18:00:00Z', allDay: false, tentative: false }],
    conflicts: [],
    ...own,
  };
}

export function someCalendar(columns: Column[] = [someColumn()], own: Partial<CalendarAnswer> = {}) {
  return {
    asOf: '2026-11-23T14:00:00Z',
    version: 7,
    zone: 'America/New_York',
    from: '2026-11-23',
    until: '2026-11-30',
    calendars: columns,
    choice: [
      { id: WREN, practitioner: 'Wren Fableton' },
      { id: OTIS, practitioner: 'Otis Marzipan' },
    ],
    ...own,
  };
}
