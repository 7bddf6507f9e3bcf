// The keys page's states, over made-up keys.
import * as people from './people.mjs';

const DAY = '2026-11-24T';
const DONE = {
  id: '00000000-0000-4000-8000-0000000000d1',
  startedAt: `${DAY}13:00:00Z`,
  finishedAt: `${DAY}13:00:40Z`,
  rows: 1240,
  done: 1240,
  leftOut: 0,
};
const key = (purpose, first, rotation) => ({
  id: `${first}0000-0000-4000-8000-000000000001`,
  purpose,
  since: `${DAY}13:00:00Z`,
  ...(rotation && { rotation }),
});
const CORE = {
  zone: 'America/New_York',
  items: [key('practice', '3f2a'), key('search', '9b07', DONE), key('anchors', '51aa')],
};
const RUNNING = { ...CORE, items: [...CORE.items] };
RUNNING.items[1] = key('search', '9b07', { ...DONE, finishedAt: undefined, done: 310 });
const AUTH = {
  items: [key('practice', 'c47d'), key('search', 'e800', { ...DONE, leftOut: 3 }), key('anchors', '18f3')],
};

const keys = (more = {}) => ({
  'GET /auth/session': people.ADMIN,
  'GET /api/keys': CORE,
  'GET /auth/admin/keys': AUTH,
  ...more,
});
const page = (name, answers, words) => ({
  name,
  path: '/settings/keys',
  answers,
  see: 'Keys',
  act: (opened) => opened.getByText(words).first().waitFor(),
});

export const KEY_PAGES = [
  page('keys', keys(), '3 records do not open'),
  page('keys-rotating', keys({ 'GET /api/keys': RUNNING }), '310 of 1,240 records'),
  page('keys-loading', keys({ 'GET /api/keys': null }), 'Loading'),
  page(
    'keys-failed',
    keys({ 'GET /auth/admin/keys': { status: 500, code: 'unexpected', requestId: '0d4c-77' } }),
    '0d4c-77',
  ),
];
