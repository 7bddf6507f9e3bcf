// One person's page in its states.
import * as people from './people.mjs';

const ID = people.ANNA_ID;
const PATH = `/people/${ID}`;
const at = (day, time) => `2026-11-${day}T${time}:00Z`;
const seen = (bookingId, day, state, more = {}) => ({
  bookingId,
  startsAt: at(day, '20:30'),
  durationMinutes: 50,
  typeName: 'Individual session',
  practitioner: 'Dr Lee',
  state,
  present: [],
  presentMinutes: 0,
  lateMinutes: 0,
  practitionerMinutes: 50,
  facts: [],
  settled: true,
  saidBefore: 0,
  ...more,
});
const stay = (day, from, to) => ({ from: at(day, from), to: at(day, to) });

const HEAD = {
  personId: ID,
  name: 'Anna Rivera',
  initials: 'A. R.',
  role: 'client',
  owner: people.TONY.id,
  practitioner: 'Dr Lee',
  nextBooking: { startsAt: '2026-12-01T20:30:00Z', durationMinutes: 50, typeName: 'Individual session' },
  rhythm: { weekday: 'tuesday', everyDays: 7 },
  firstSeenAt: at('03', '14:00'),
  doNotContact: false,
  phone: 'allowed',
  voicemail: 'refused',
  email: 'not-asked',
  recordVersion: 3,
  asOf: people.LEADS.asOf,
  zone: 'America/New_York',
};
const STRIP = {
  sourceState: 'on-time',
  sessions: [
    seen(1, '23', 'not-fetched'),
    seen(2, '22', 'attended', {
      by: 'zoom',
      rung: 'name',
      present: [stay('22', '20:31', '21:20')],
      presentMinutes: 49,
    }),
    seen(3, '20', 'late', {
      by: 'zoom',
      rung: 'email',
      lateMinutes: 12,
      present: [stay('20', '20:42', '20:58'), stay('20', '21:05', '21:20')],
      presentMinutes: 31,
    }),
    seen(4, '18', 'left-early', {
      by: 'zoom',
      rung: 'phone',
      present: [stay('18', '20:30', '20:50')],
      presentMinutes: 20,
    }),
    seen(5, '16', 'missed', {
      by: 'person',
      practitionerMinutes: 17,
      said: { came: false, by: people.ROB.id, byYou: false, at: at('17', '14:00'), seen: 'unconfirmed' },
    }),
    seen(6, '13', 'unconfirmed', { practitionerMinutes: 17 }),
    seen(7, '11', 'someone-joined', { facts: ['waited-outside'] }),
    seen(8, '09', 'not-on-zoom'),
  ],
  next: at('09', '20:30'),
};
const item = (key, day, lane, kind, more = {}) => ({
  key,
  at: at(day, '15:00'),
  lane,
  kind,
  exact: true,
  detailsToo: false,
  byYou: false,
  undone: false,
  ...more,
});
const about = (day) => ({
  bookingId: 9,
  startsAt: at(day, '20:30'),
  typeName: 'Individual session',
  practitioner: 'Dr Lee',
});
const TIMELINE = {
  items: [
    item('a', '23', 'outcomes', 'outcome', {
      code: 'left-message',
      by: people.ROB.id,
      text: 'She rings back.',
    }),
    item('b', '21', 'cancellations', 'cancelled', { ...about('21'), noticeMinutes: 360, detailsToo: true }),
    item('c', '19', 'moves', 'moved', { ...about('20'), fromStartsAt: at('19', '20:30'), exact: false }),
    item('d', '17', 'attendance', 'attendance-set', { code: 'missed', by: people.TONY.id, byYou: true }),
    item('g', '16', 'crm', 'crm-moved', { fromText: 'Not Contacted', text: 'Contacted', byName: 'Rob' }),
    item('e', '12', 'bookings', 'details-changed', { ...about('13'), exact: false }),
    { ...item('f', '10', 'bookings', 'booked', about('13')), at: '2026-10-28T13:00:00Z' },
  ],
};

const person = (more = {}) => ({
  'GET /auth/session': people.ADMIN,
  'GET /auth/admin/staff': people.STAFF,
  [`GET /api/people/${ID}`]: HEAD,
  [`GET /api/people/${ID}/timeline`]: TIMELINE,
  [`GET /api/people/${ID}/attendance`]: STRIP,
  ...more,
});
const AWAY = { status: 503, code: 'unavailable', requestId: 'req-9' };

export const PERSON_PAGES = [
  { name: 'person', path: PATH, answers: person(), see: 'Anna Rivera' },
  {
    name: 'person-mood',
    path: PATH,
    answers: person({
      [`GET /api/people/${ID}/check-ins`]: {
        asOf: people.LEADS.asOf,
        days: 90,
        items: [
          { id: 'm1', at: at('12', '13:00'), answer: 6, usual: 6 },
          { id: 'm2', at: at('20', '13:00'), answer: 3, usual: 6, note: 'Slept little.' },
        ],
      },
    }),
    see: 'Anna Rivera',
    act: async (page) => {
      await page.getByRole('button', { name: 'Mood', exact: true }).click();
      await page.getByText('Said how they are: 3 of 10').waitFor();
    },
  },
  {
    name: 'person-scores',
    path: PATH,
    answers: person({
      [`GET /api/people/${ID}/scores`]: {
        mornings: Array.from({ length: 90 }, (_, index) => ({
          at: new Date(Date.parse('2026-11-24T14:00:00Z') - (89 - index) * 86_400_000).toISOString(),
          scoreTenths: index < 60 ? 0 : 461 - (index - 60) * 11,
          placement: index < 60 ? 'off-the-list' : 'listed',
          scoringVersion: index < 70 ? 1 : 2,
          reasons: index < 60 ? [] : [{ rule: 'B1', tenths: 461 - (index - 60) * 11 }],
        })),
        waysOff: [
          { key: 'they-book', values: {}, scoreTenths: 0, causes: ['booked'] },
          { key: 'outcome-logged', values: { kind: 'not-interested' }, scoreTenths: 0, causes: [] },
          { key: 'reason-wrong', values: { rule: 'B1' }, scoreTenths: 0, causes: [] },
        ],
        offByItselfAt: '2026-12-19T14:00:00Z',
      },
    }),
    see: 'Anna Rivera',
    act: async (page) => {
      await page.getByRole('button', { name: 'Show how they stood' }).click();
      await page.getByText('They book.').waitFor();
    },
  },
  {
    name: 'person-new',
    path: PATH,
    answers: person({
      [`GET /api/people/${ID}`]: {
        ...HEAD,
        role: 'lead',
        nextBooking: undefined,
        rhythm: undefined,
        owner: undefined,
      },
      [`GET /api/people/${ID}/timeline`]: { items: [] },
      [`GET /api/people/${ID}/attendance`]: { sourceState: 'late', sessions: [] },
    }),
    see: 'Anna Rivera',
  },
  {
    name: 'person-lane-failed',
    path: PATH,
    answers: person({ [`GET /api/people/${ID}/attendance`]: AWAY }),
    see: 'Anna Rivera',
    act: async (page) => {
      await page.getByText('Left message', { exact: false }).first().waitFor();
    },
  },
  {
    name: 'person-not-there',
    path: PATH,
    answers: person({ [`GET /api/people/${ID}`]: { status: 404, code: 'not-found' } }),
    see: 'Person',
  },
];
