import { expect, it } from 'vitest';

import { freeOn, lanesOf, placeIn } from '@/features/calendar/columns';
import { someColumn, someSession } from '@/features/calendar/SomeCalendar';
import { dayOf } from '@/lib/days';

const ZONE = 'America/New_York';
const TUESDAY = dayOf('2026-11-24', ZONE);

it('lays overlapping sessions side by side and others over the whole width', () => {
  const lanes = lanesOf([
    someSession({ id: 1, from: '2026-11-24T15:00:00Z', until: '2026-11-24T16:00:00Z' }),
    someSession({ id: 2, from: '2026-11-24T15:30:00Z', until: '2026-11-24T16:30:00Z' }),
    someSession({ id: 3, from: '2026-11-24T16:30:00Z', until: '2026-11-24T17:00:00Z' }),
  ]);

  expect(lanes.get(1)).toEqual({ lane: 0, of: 2 });
  expect(lanes.get(2)).toEqual({ lane: 1, of: 2 });
  expect(lanes.get(3)).toEqual({ lane: 0, of: 1 });
});

it('places a stretch by the length of its day, be that 25 hours', () => {
  const sunday = dayOf('2026-11-01', ZONE);

  // 9am is ten hours after midnight on this day.
  expect(placeIn(sunday, { from: '2026-11-01T14:00:00Z', until: '2026-11-01T15:00:00Z' })).toEqual({
    top: '40%',
    height: '4%',
  });
});

it('finds what is free between sessions and busy times, within working hours', () => {
  const column = someColumn({
    hours: [{ from: '2026-11-24T14:00:00Z', until: '2026-11-24T22:00:00Z' }],
    sessions: [someSession({ from: '2026-11-24T15:00:00Z', until: '2026-11-24T16:00:00Z' })],
    busy: [{ from: '2026-11-24T17:00:00Z', until: '2026-11-24T18:00:00Z', allDay: false, tentative: false }],
  });

  expect(freeOn({ key: 'one', column, day: TUESDAY }, 0)).toEqual([
    { from: '2026-11-24T14:00:00.000Z', until: '2026-11-24T15:00:00.000Z' },
    { from: '2026-11-24T16:00:00.000Z', until: '2026-11-24T17:00:00.000Z' },
    { from: '2026-11-24T18:00:00.000Z', until: '2026-11-24T22:00:00.000Z' },
  ]);
});

it('calls nothing free where Google could not be asked', () => {
  const column = someColumn({
    hours: [{ from: '2026-11-24T14:00:00Z', until: '2026-11-24T22:00:00Z' }],
    google: { state: 'action-needed', causeKey: 'google.permission-withdrawn' },
  });

  expect(freeOn({ key: 'one', column, day: TUESDAY }, 0)).toEqual([]);
});
