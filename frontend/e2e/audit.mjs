// The audit page's states, over made-up entries.
import * as people from './people.mjs';

const ANNA = { id: '00000000-0000-4000-8000-000000000001', name: 'Anna Rivera', initials: 'AR' };
const BEN = { id: '00000000-0000-4000-8000-000000000003', name: 'Ben Okafor', initials: 'BO' };
const DAY = '2026-11-24T';

const ENTRIES = [
  ['core', 48118, '13:40:12Z', 'person', 'Tony', 'person.viewed', [ANNA]],
  ['core', 48117, '13:40:02Z', 'person', 'Tony', 'list.viewed', [ANNA, BEN]],
  ['auth', 912, '13:39:31Z', 'person', 'Tony', 'sign-in.done', []],
  ['auth', 911, '13:31:00Z', 'stranger', null, 'sign-in.password-refused', []],
  ['core', 48116, '13:30:44Z', 'job', 'read-acuity', 'booking.fetched', []],
  ['core', 48115, '13:30:43Z', 'service', 'webhooks', 'hook.received', []],
  ['core', 48114, '12:58:20Z', 'person', 'Rob', 'outcome.logged', [BEN]],
  ['core', 48113, '12:50:00Z', 'person', 'Rob', 'audit.exported', []],
].map(([chain, seq, time, actorKind, who, act, shown], index) => ({
  chain,
  seq,
  id: `00000000-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`,
  at: DAY + time,
  actorKind,
  actor: actorKind === 'person' ? `0b8f7d52-0000-4000-8000-00000000000${who.length}` : who,
  actorName: actorKind === 'person' ? who : null,
  role: actorKind === 'person' ? 'admin' : null,
  act,
  people: shown,
  peopleCount: act === 'list.viewed' ? 50 : shown.length,
  subjectKind: act === 'booking.fetched' ? 'appointment' : null,
  subject: act === 'booking.fetched' ? '399682887' : null,
  outcome: act.endsWith('refused') ? 'refused' : 'done',
  count: act.endsWith('refused') ? 3 : 1,
  address: chain === 'auth' ? '198.51.100.7' : null,
  reason: null,
  erased: false,
  hash: '00',
}));

const TRAIL = { zone: 'America/New_York', items: ENTRIES, next: '48113_911', signInsMissing: false };
const CHECKED = {
  id: '00000000-0000-7000-8000-00000000000a',
  startedAt: `${DAY}09:00:00Z`,
  finishedAt: `${DAY}09:00:01Z`,
  state: 'unbroken',
  total: 49030,
  checked: 49030,
  chains: [],
};
const CHAINS = {
  zone: 'America/New_York',
  chains: [
    ['core', 48118, '3f:2a:90:11:00:c4:7d:e8'],
    ['auth', 912, '9b:07:51:aa:2c:18:f3:60'],
  ].map(([chain, entries, keyFingerprint]) => ({
    chain,
    entries,
    from: '2026-01-12T14:00:00Z',
    to: `${DAY}13:40:12Z`,
    anchored: entries - 2,
    anchoredAt: `${DAY}13:39:45Z`,
    shipping: true,
    shipped: entries - 5,
    shippedAt: `${DAY}13:39:50Z`,
    keyFingerprint,
  })),
  lastVerified: CHECKED,
  running: null,
};

const audit = (more = {}) => ({
  'GET /auth/session': people.ADMIN,
  'GET /api/audit/chains': CHAINS,
  'GET /api/audit/entries': TRAIL,
  ...more,
});
const verification = `GET /api/audit/verifications/${CHECKED.id}`;
const verify = async (page, text) => {
  await page.getByRole('button', { name: 'Verify' }).click();
  await page.getByText(text).first().waitFor();
};

export const AUDIT_PAGES = [
  {
    name: 'audit',
    path: '/audit',
    answers: audit(),
    see: 'Audit',
    act: (page) => page.getByText('Looked at the person').waitFor(),
  },
  {
    name: 'audit-filtered',
    path: `/audit?person=${ANNA.id}&act=person.viewed&from=2026-11-01`,
    answers: audit({ 'GET /api/audit/entries': { ...TRAIL, items: ENTRIES.slice(0, 1), next: null } }),
    see: 'Audit',
    act: (page) => page.getByRole('button', { name: /Only: to/ }).waitFor(),
  },
  {
    name: 'audit-empty',
    path: '/audit?act=invite',
    answers: audit({ 'GET /api/audit/entries': { ...TRAIL, items: [], next: null } }),
    see: 'Audit',
    act: (page) => page.getByText('No entries match').waitFor(),
  },
  {
    name: 'audit-failed',
    path: '/audit',
    answers: audit({ 'GET /api/audit/entries': { status: 500, code: 'unexpected', requestId: '0d4c-77' } }),
    see: 'Audit',
    act: (page) => page.getByRole('alert').waitFor(),
  },
  {
    name: 'audit-loading',
    path: '/audit',
    answers: audit({ 'GET /api/audit/entries': null }),
    see: 'Audit',
    act: (page) => page.getByText('Loading').waitFor(),
  },
  {
    name: 'audit-verifying',
    path: '/audit',
    answers: audit({
      'POST /api/audit/verifications': { ...CHECKED, state: 'running', checked: 12000 },
      [verification]: { ...CHECKED, state: 'running', checked: 31000 },
    }),
    see: 'Audit',
    act: (page) => verify(page, '31,000 of 49,030 entries'),
  },
  {
    name: 'audit-broken',
    path: '/audit',
    answers: audit({
      'POST /api/audit/verifications': { ...CHECKED, state: 'running' },
      [verification]: {
        ...CHECKED,
        state: 'broken',
        chains: [
          {
            chain: 'core',
            entries: 31406,
            anchored: 31400,
            broken: { seq: 31407, until: 31407, kind: 'altered', at: '2026-11-12T15:00:00Z' },
          },
        ],
      },
      'POST /api/audit/checker-tests': { passed: true, entries: 1000, altered: 47801, found: 47801 },
    }),
    see: 'Audit',
    act: async (page) => {
      await page.getByRole('button', { name: 'Test the checker' }).click();
      await page.getByText('The checker works').waitFor();
      await verify(page, 'break at entry 31,407');
    },
  },
];
