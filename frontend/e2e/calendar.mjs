// The calendar's states, over made-up sessions.
import * as people from './people.mjs';

const WREN = 4038201;
const NAMES = ['Wren Fableton', 'Otis Marzipan', 'Pilar Moonbeam', 'Jonas Inkling'];
const at = (day, hour, minutes = 0) => new Date(Date.UTC(2026, 10, day, hour + 5, minutes)).toISOString();
const session = (id, day, hour, name, more = {}) => ({
  id,
  personId: people.ANNA_ID,
  name,
  typeName: 'Individual session',
  from: at(day, hour),
  until: at(day, hour, 50),
  google: 'saved',
  savedAt: '2026-11-20T15:00:00Z',
  titleRight: true,
  ...more,
});
const busy = (day, hour, hours = 1, more = {}) => ({
  from: at(day, hour),
  until: at(day, hour + hours),
  allDay: false,
  tentative: false,
  ...more,
});
const hours = (days) => days.map((day) => ({ from: at(day, 9), until: at(day, 18) }));
const column = (nth, more = {}) => ({
  id: WREN + nth,
  practitioner: NAMES[nth],
  google: { state: 'on-time', fetchedTo: '2026-11-24T13:58:00Z' },
  hoursKnown: true,
  hours: hours([23, 24, 25, 26]),
  daysAway: [],
  sessions: [
    session(1 + nth * 10, 24, 9, 'Ada Applewhistle'),
    session(2 + nth * 10, 24, 11 + nth, 'Bruno Bramblecoat', { google: 'sending', savedAt: undefined }),
    session(3 + nth * 10, 25, 15, 'Cleo Candlewick'),
    session(4 + nth * 10, 26, 10, 'Esme Elderfluff', { titleRight: false }),
  ],
  busy: [busy(23, 12), busy(24, 12 + nth), busy(25, 14, 2), busy(26, 8, 1, { tentative: true })],
  conflicts: [],
  ...more,
});
const answer = (calendars) => ({
  asOf: people.LEADS.asOf,
  version: 7,
  zone: 'America/New_York',
  from: '2026-11-23',
  until: '2026-11-30',
  calendars,
  choice: NAMES.map((practitioner, nth) => ({ id: WREN + nth, practitioner })),
});
const conflict = (kind, bookingId, day, hour, more = {}) => ({
  kind,
  bookingId,
  from: at(day, hour),
  until: at(day, hour, 50),
  ...more,
});
const ODD = column(0, {
  sessions: [
    session(1, 24, 9, 'Ada Applewhistle'),
    session(5, 24, 9, 'Fitz Fernhollow', { from: at(24, 9, 30), until: at(24, 10, 20) }),
    session(3, 25, 15, 'Cleo Candlewick', {
      google: 'not-saved',
      savedAt: undefined,
      causeKey: 'google.permission-withdrawn',
    }),
  ],
  conflicts: [
    conflict('double-booking', 1, 24, 9, { otherBookingId: 5 }),
    conflict('moved-in-google', 5, 24, 9, { elsewhere: at(26, 14) }),
    conflict('on-busy', 3, 25, 15),
    conflict('not-in-google', 3, 25, 15),
  ],
});
const UNKNOWN = column(0, {
  google: {
    state: 'action-needed',
    fetchedTo: '2026-11-24T14:12:00Z',
    causeKey: 'google.permission-withdrawn',
  },
});
const calendar = (found, more = {}) => ({
  'GET /auth/session': people.ADMIN,
  'GET /api/calendar': found,
  ...more,
});
const WEEK = '/calendar?date=2026-11-24&calendar=4038201';

export const CALENDAR_PAGES = [
  { name: 'calendar-week', path: WEEK, answers: calendar(answer([column(0)])), see: 'Calendar' },
  { name: 'calendar-list', path: `${WEEK}&as=list`, answers: calendar(answer([column(0)])), see: 'Calendar' },
  { name: 'calendar-conflicts', path: WEEK, answers: calendar(answer([ODD])), see: 'Calendar' },
  { name: 'calendar-unknown', path: WEEK, answers: calendar(answer([UNKNOWN])), see: 'Calendar' },
  {
    name: 'calendar-day',
    path: '/calendar?date=2026-11-24&view=day',
    answers: calendar(answer(NAMES.map((_, nth) => column(nth)))),
    see: 'Calendar',
  },
  {
    name: 'calendar-empty',
    path: WEEK,
    answers: calendar(answer([column(0, { sessions: [], busy: [busy(24, 12)] })])),
    see: 'Calendar',
  },
  {
    name: 'calendar-by-keys',
    path: WEEK,
    answers: calendar(answer([column(0)])),
    see: 'Calendar',
    act: async (page) => {
      await page.getByRole('button', { name: /Mon 23 Nov, 9:00am/ }).focus();
      await page.keyboard.press('ArrowRight');
      await page.getByRole('button', { name: /Tue 24 Nov, 9:00am.*session with Ada/ }).waitFor();
    },
  },
  {
    name: 'calendar-failed',
    path: WEEK,
    answers: calendar({ status: 500, code: 'unexpected' }),
    see: 'Calendar',
  },
];
