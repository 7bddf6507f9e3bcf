// The pages of erasing somebody, over a made-up plan.
import * as people from './people.mjs';

const ID = '00000000-0000-4000-8000-000000000001';
const ROB = people.STAFF.staff.find((one) => !one.you)?.id ?? ID;
const ERASURE = '00000000-0000-4000-8000-0000000000e1';
const PLAN = {
  personId: ID,
  zone: 'America/New_York',
  name: 'Anna Rivera',
  plan: 'a-plan',
  goes: [
    { kind: 'bookings', count: 42 },
    { kind: 'attendance', count: 38 },
    { kind: 'answers', count: 131 },
    { kind: 'crm', count: 1 },
    { kind: 'check-ins', count: 212 },
    { kind: 'care', count: 3 },
    { kind: 'acts', count: 9 },
    { kind: 'outcomes', count: 6 },
    { kind: 'list', count: 1 },
    { kind: 'identities', count: 3 },
    { kind: 'keys', count: 4 },
    { kind: 'account', count: 1 },
    { kind: 'sessions', count: 2 },
  ],
  keeps: [
    { kind: 'audit', count: 480, duty: 'accountability' },
    { kind: 'deliveries', count: 97, duty: 'nothing-lost' },
    { kind: 'receipt', count: 1, duty: 'proof' },
    { kind: 'tombstones', count: 43, duty: 'stays-erased' },
  ],
  elsewhere: [
    {
      source: 'acuity',
      kind: 'appointments',
      count: 42,
      url: 'https://secure.acuityscheduling.com/clients.php',
    },
    { source: 'zoho', kind: 'lead', count: 1, url: 'https://crm.zoho.com/crm/EntityInfo.do?id=1' },
    { source: 'zoom', kind: 'meetings', count: 38, url: 'https://zoom.us/account/my/report' },
    { source: 'google', kind: 'events', count: 2, url: 'https://calendar.google.com/calendar/r' },
  ],
  ahead: 2,
  authAway: false,
};
const WAITING = {
  id: ERASURE,
  askedBy: ROB,
  askedAt: '2026-11-24T14:00:00Z',
  byYou: false,
  reason: 'She asked for it in writing on 20 November, and we checked that it was her.',
};
const RECEIPT = {
  id: ERASURE,
  personId: ID,
  askedBy: ROB,
  askedAt: '2026-11-24T14:00:00Z',
  approvedBy: ROB,
  erasedAt: '2026-11-24T15:00:00Z',
  destroyed: PLAN.goes,
  accountGoneAt: '2026-11-24T15:00:02Z',
};

const plan = (more = {}, answers = {}) => ({
  'GET /auth/session': people.ADMIN,
  'GET /auth/admin/staff': people.STAFF,
  [`GET /api/people/${ID}/erasure`]: { ...PLAN, ...more },
  ...answers,
});
const page = (name, answers, act) => ({
  name,
  path: `/people/${ID}/erasure`,
  answers,
  see: 'Erase',
  act,
});
const sees = (words) => (opened) => opened.getByText(words).first().waitFor();

export const ERASURE_PAGES = [
  page('erasure-plan', plan({ wishedAt: '2026-11-22T14:00:00Z' }), sees('What other companies still hold')),
  page('erasure-waiting-yours', plan({ waiting: { ...WAITING, byYou: true } }), sees('Waits for approval')),
  page('erasure-approve', plan({ waiting: WAITING }), async (opened) => {
    await opened.getByRole('button', { name: 'Approve…' }).click();
    await opened.getByRole('button', { name: 'Erase for good' }).waitFor();
  }),
  page(
    'erasure-receipt',
    plan({ waiting: WAITING }, { [`POST /api/erasures/${ERASURE}/approve`]: RECEIPT }),
    async (opened) => {
      await opened.getByRole('button', { name: 'Approve…' }).click();
      await opened.getByRole('button', { name: 'Erase for good' }).click();
      await opened.getByRole('heading', { name: 'Receipt' }).waitFor();
    },
  ),
  page(
    'erasure-gone',
    plan({}, { [`GET /api/people/${ID}/erasure`]: { status: 404, code: 'not-found', requestId: 'e-1' } }),
    sees('This person is not here'),
  ),
];

export const NO_ERASURES = { zone: 'America/New_York', items: [], wishes: [] };
export const SOME_ERASURES = {
  zone: 'America/New_York',
  items: [
    {
      id: ERASURE,
      personId: ID,
      name: 'Anna Rivera',
      state: 'asked',
      askedBy: ROB,
      askedAt: WAITING.askedAt,
      byYou: false,
    },
    {
      id: ID,
      personId: ID,
      state: 'done',
      askedBy: ROB,
      askedAt: '2026-11-20T14:00:00Z',
      byYou: false,
      decidedBy: ROB,
      decidedAt: '2026-11-21T14:00:00Z',
    },
  ],
  wishes: [{ personId: ROB, name: 'Kim Made-up', askedAt: '2026-11-23T14:00:00Z' }],
};
