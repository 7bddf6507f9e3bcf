// Made-up events for the pages that are looked at.
const NOW = Date.parse('2026-11-24T14:00:00Z');
const ago = (minutes) => new Date(NOW - minutes * 60_000).toISOString();
const idOf = (number) => `0193a000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const STATES = ['processed', 'duplicate', 'failed', 'received', 'processed', 'kept', 'rejected', 'processed'];
const ACTIONS = ['canceled', 'changed', 'scheduled', 'scheduled', 'rescheduled', 'order-completed'];

function event(state, index) {
  const waits = state === 'failed' || state === 'received';
  const answered = state === 'processed' || state === 'duplicate';
  return {
    id: idOf(90 - index),
    state,
    receivedAt: ago(2 + index * 7),
    count: state === 'rejected' ? 17 : 1,
    ...(state !== 'rejected' && { action: ACTIONS[index % ACTIONS.length], bookingId: 399682887 + index }),
    ...(answered && {
      handledAt: new Date(Date.parse(ago(2 + index * 7)) + 400 + index * 900).toISOString(),
    }),
    attempts: state === 'failed' ? 4 : answered ? 1 : 0,
    ...(waits && { nextTryAt: ago(-1) }),
    ...(state === 'failed' && { causeCode: 'rate-limited' }),
  };
}

const items = [...STATES, ...STATES, ...STATES].map(event);

export const PAGE = { asOf: new Date(NOW).toISOString(), zone: 'America/New_York', items, next: idOf(60) };
export const EMPTY = { ...PAGE, items: [], next: undefined };
export const EVENT_ID = idOf(90);
export const REPLAY_ID = idOf(99);

const plain = (name, value) => ({ name, personal: false, isEmpty: false, value });
const hidden = (name, isEmpty = false) => ({ name, personal: true, isEmpty });

export const DETAIL = {
  [`GET /api/events/${EVENT_ID}`]: {
    event: items[0],
    sent: [
      { name: 'action', value: 'appointment.canceled' },
      { name: 'id', value: '399682887' },
      { name: 'calendarID', value: '4038206' },
      { name: 'appointmentTypeID', value: '14792299' },
    ],
    fetched: {
      observationId: idOf(7),
      ticket: 4123,
      receivedAt: ago(2),
      told: 'changed',
      readable: true,
      fields: [
        plain('state', 'cancelled'),
        plain('startsAt', ago(-3_000)),
        plain('durationMinutes', '50'),
        plain('calendarId', '4038206'),
        plain('appointmentTypeId', '14792299'),
        plain('bookedAt', ago(20_000)),
        ...['firstName', 'lastName', 'email', 'phone', 'clientZone', 'calendarName', 'typeName'].map((name) =>
          hidden(name),
        ),
        hidden('labels', true),
      ],
      changes: [
        { name: 'state', personal: false, from: 'booked', to: 'cancelled' },
        { name: 'startsAt', personal: false, from: ago(-1_500), to: ago(-3_000) },
        { name: 'phone', personal: true },
      ],
    },
    outcome: {
      personId: '00000000-0000-4000-8000-000000000001',
      current: true,
      scoreTenths: 399,
      placement: 'listed',
      reasons: ['B1', 'B2'].map((rule, index) => ({
        rule,
        ruleVersion: 1,
        lane: 'lead',
        tenths: index ? 59 : 340,
        sentence: { key: rule, values: {} },
        evidence: [],
        startsAt: ago(2),
        removedBy: ['booking'],
        sourceLate: false,
      })),
    },
  },
};

const replay = (more) => ({
  [`GET /api/replays/${REPLAY_ID}`]: {
    id: REPLAY_ID,
    askedAt: ago(1),
    since: ago(1_440),
    bookings: 12,
    tried: 12,
    wouldChangeBookings: 1,
    wouldChangeScores: 2,
    unclear: 1,
    asked: 0,
    handled: 0,
    skipped: 0,
    ...more,
  },
});

export const TRIED = replay({ state: 'tried' });
export const RUNNING = replay({ state: 'running', asked: 11, handled: 7, skipped: 1, nextTryAt: ago(-2) });

export const SWEEP_ID = idOf(50);

const sweep = (number, more) => ({
  id: idOf(number),
  kind: 'nightly',
  state: 'whole',
  from: '2026-10-25',
  to: '2027-03-24',
  askedAt: ago(420),
  startedAt: ago(420),
  windows: 11,
  windowsRead: 11,
  same: 812,
  underWay: 0,
  missing: 0,
  different: 0,
  extra: 0,
  ...more,
});

const compared = (id, source, more = {}) => ({
  id: `00000000-0000-4000-8000-0000000000${id}`,
  source,
  state: 'whole',
  startedAt: '2026-11-24T08:20:00Z',
  finishedAt: '2026-11-24T08:20:09Z',
  skipped: 0,
  same: 412,
  missing: 0,
  different: 0,
  extra: 0,
  ...more,
});
const OTHERS = {
  asOf: '2026-11-24T14:00:00Z',
  zone: 'America/New_York',
  items: [
    compared('e1', 'zoom', {
      from: '2026-10-27T08:00:00Z',
      to: '2026-11-24T08:00:00Z',
      different: 2,
      skipped: 1,
    }),
    compared('e2', 'zoho'),
    compared('e3', 'google', {
      practitioner: 'Wren Fableton',
      from: '2026-10-25T08:00:00Z',
      to: '2027-05-23T08:00:00Z',
    }),
    {
      ...compared('e4', 'google', { practitioner: 'Otis Marzipan', state: 'stopped' }),
      causeKey: 'google.permission-withdrawn',
      same: undefined,
      missing: undefined,
      different: undefined,
      extra: undefined,
    },
  ],
};

export const SWEEPS = {
  'GET /api/connections/sweeps': OTHERS,
  'GET /api/sweeps': {
    asOf: PAGE.asOf,
    zone: PAGE.zone,
    items: [
      sweep(51, { kind: 'asked', state: 'running', windowsRead: 4, startedAt: ago(1) }),
      sweep(50, { kind: 'regular', missing: 1, different: 1, startedAt: ago(14) }),
      sweep(49, { kind: 'regular', state: 'stopped', causeCode: 'rate-limited', startedAt: ago(29) }),
      sweep(48),
    ],
  },
  [`GET /api/sweeps/${SWEEP_ID}`]: {
    sweep: sweep(50, {}),
    differences: [
      { appointmentId: 399682887, kind: 'missing' },
      { appointmentId: 399682888, kind: 'different' },
    ],
  },
};
