// The connections page's states, over made-up runs.
import * as people from './people.mjs';

const DAY = '2026-11-24T';
const days = (badly) =>
  Array.from({ length: 24 }, (_, index) => ({
    day: new Date(Date.UTC(2026, 10, 1 + index)).toISOString().slice(0, 10),
    well: badly(index) === 2 ? 0 : 90,
    badly: badly(index),
  }));
const line = (source, state, more = {}) => ({
  source,
  state,
  lastSuccessAt: `${DAY}15:41:00Z`,
  lagSeconds: 180,
  nextRunAt: `${DAY}15:56:00Z`,
  lastRun: { readAt: `${DAY}15:41:00Z`, fetched: 128, changed: 3, skipped: 0 },
  days: days(() => 0),
  ...more,
});
const ACUITY = line('acuity', 'on-time', { hooks: { lastReceivedAt: `${DAY}15:40:10Z`, madeHere: 0 } });
const all = (...items) => ({ asOf: `${DAY}15:44:00Z`, zone: 'America/New_York', items });
const WELL = all(
  ACUITY,
  line('zoom', 'on-time'),
  line('zoho', 'running'),
  line('google', 'on-time', { lastRun: { readAt: `${DAY}15:41:00Z`, fetched: 40, changed: 0, skipped: 0 } }),
);
const ILL = all(
  {
    ...ACUITY,
    state: 'quiet',
    hooks: { lastReceivedAt: `${DAY}09:10:00Z`, madeHere: 0, causeKey: 'acuity.hooks-silent' },
  },
  line('zoom', 'late', {
    causeKey: 'zoom.slow-down',
    nextTryAt: `${DAY}15:52:00Z`,
    days: days((day) => (day % 7 === 3 ? 1 : 0)),
  }),
  line('zoho', 'action-needed', {
    causeKey: 'zoho.permission-withdrawn',
    days: days((day) => (day > 20 ? 2 : 0)),
  }),
  line('google', 'paused', {
    pausedAt: `${DAY}14:00:00Z`,
    causeKey: 'google.brought-nothing',
    nothingSince: `${DAY}13:50:00Z`,
  }),
);
const FIRST = all(
  { ...line('acuity', 'not-run-yet', { days: [] }), lastSuccessAt: undefined, lastRun: undefined },
  ...['zoom', 'zoho', 'google'].map((source) => ({
    source,
    state: 'not-connected',
    causeKey: `${source}.not-connected`,
    days: [],
  })),
);
const BACKFILL = {
  id: '00000000-0000-4000-8000-0000000000b1',
  state: 'running',
  from: '2024-01-01',
  to: '2026-10-24',
  startedAt: `${DAY}15:00:00Z`,
  windows: 140,
  windowsDone: 31,
  leftOut: 0,
  rows: 1204,
  newRows: 1190,
  rowsPerSecond: 4.2,
  expectedAt: `${DAY}18:10:00Z`,
};

const answers = (connections, more = {}) => ({
  'GET /auth/session': people.ADMIN,
  'GET /api/connections': connections,
  'GET /api/backfills': { items: [] },
  ...more,
});
const page = (name, given, words, act) => ({
  name,
  path: '/connections',
  answers: given,
  see: 'Connections',
  act: async (opened) => {
    await opened.getByText(words).first().waitFor();
    await act?.(opened);
  },
});

export const CONNECTION_PAGES = [
  page('connections', answers(WELL, { 'GET /api/backfills': { items: [BACKFILL] } }), '31 of 140 windows'),
  page('connections-ill', answers(ILL), 'withdrawn our permission'),
  page('connections-first', answers(FIRST), 'Zoho is not connected'),
  page('connections-loading', answers(null), 'Loading'),
  page('connections-failed', answers({ status: 500, code: 'unexpected', requestId: '0d4c-77' }), '0d4c-77'),
  page('connections-credentials', answers(ILL), 'withdrawn our permission', async (opened) => {
    await opened.getByRole('button', { name: 'New credentials for Zoho' }).click();
    await opened.getByLabel('Refresh token').waitFor();
  }),
  page('connections-backfill', answers(WELL), 'Read further back', async (opened) => {
    await opened.getByRole('button', { name: 'Read further back' }).click();
    await opened.getByLabel('From', { exact: true }).waitFor();
  }),
];
