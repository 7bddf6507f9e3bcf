// The pages of people and matches in their states, over made-up people.
import * as people from './people.mjs';

const NOW = '2026-11-24T14:00:00Z';
const idOf = (last) => `00000000-0000-4000-8000-0000000000${last}`;
const record = (id, name, more = {}) => ({
  id: idOf(id),
  personId: idOf(id),
  source: 'acuity',
  name,
  email: 'thistledown.family@example.org',
  phone: '+12025550123',
  since: '2026-02-03T15:00:00Z',
  bookings: 12,
  lastBooking: '2026-11-20T15:00:00Z',
  crmRecords: 0,
  ...more,
});
const pair = (id, likeness, one, other, more = {}) => ({
  id: idOf(id),
  state: 'open',
  agrees: ['email', 'phone'],
  differs: ['name'],
  likeness,
  one,
  other,
  decisions: 0,
  ...more,
});
const WAITING = {
  asOf: NOW,
  zone: 'America/New_York',
  waiting: 2,
  items: [
    pair(
      'f1',
      'family',
      record('a1', 'Maud Thistledown'),
      record('a2', 'Pip Thistledown', { source: 'zoho', crmRecords: 1 }),
    ),
    pair(
      'f2',
      'only-name',
      record('a3', 'Willa Wobblesworth'),
      record('a4', 'Willa Wobblesworth', {
        source: 'zoho',
        email: 'private@example.net',
        phone: undefined,
        bookings: 0,
        lastBooking: undefined,
        crmRecords: 1,
      }),
      { state: 'weak', agrees: ['name'], differs: ['email'] },
    ),
  ],
};
const DECIDED = {
  ...WAITING,
  items: [
    pair(
      'f3',
      'nickname',
      record('a5', 'Elizabeth Example'),
      record('a6', 'Liz Example', { source: 'zoho', crmRecords: 1 }),
      {
        state: 'same',
        decisions: 1,
        decidedBy: idOf('01'),
        decidedAt: '2026-11-23T14:00:00Z',
      },
    ),
  ],
};
const EVERYBODY = {
  hits: people.LEADS.items.map((lead) => ({ lead, why: { key: 'listed', values: {} } })),
};
const answers = (more = {}) => ({
  'GET /auth/session': people.ADMIN,
  'GET /auth/admin/staff': people.STAFF,
  'GET /api/people': EVERYBODY,
  'GET /api/matches': WAITING,
  'GET /api/people/*/records': {
    asOf: NOW,
    zone: 'America/New_York',
    items: [record('a1', 'Anna Example'), record('a2', 'Anna Example', { source: 'zoho', crmRecords: 1 })],
  },
  ...more,
});
const page = (name, path, more, words) => ({
  name,
  path,
  answers: answers(more),
  see: path === '/people' ? 'People' : 'Matches',
  act: (opened) => opened.getByText(words).first().waitFor(),
});

export const MATCH_PAGES = [
  page('people-everybody', '/people', {}, 'Records'),
  {
    name: 'people-records',
    path: '/people',
    answers: answers(),
    see: 'People',
    act: async (opened) => {
      await opened
        .getByRole('button', { name: /^Records/ })
        .first()
        .click();
      await opened
        .getByRole('button', { name: /someone else/ })
        .first()
        .click();
      await opened.getByText('gets a person of its own').waitFor();
    },
  },
  page('people-empty', '/people', { 'GET /api/people': { hits: [] } }, 'Nobody yet'),
  page(
    'people-failed',
    '/people',
    { 'GET /api/people': { status: 500, code: 'unexpected', requestId: '0d4c-78' } },
    '0d4c-78',
  ),
  page('people-loading', '/people', { 'GET /api/people': null }, 'Loading'),
  page('matches', '/people/matches', {}, 'Same person'),
  page(
    'matches-decided',
    '/people/matches?view=decided',
    { 'GET /api/matches': DECIDED },
    'Said to be the same person',
  ),
  page(
    'matches-none',
    '/people/matches',
    { 'GET /api/matches': { ...WAITING, items: [], waiting: 0 } },
    'No matches to check',
  ),
  page(
    'matches-failed',
    '/people/matches',
    { 'GET /api/matches': { status: 500, code: 'unexpected', requestId: '0d4c-79' } },
    '0d4c-79',
  ),
];
