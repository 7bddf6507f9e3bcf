// Settings and scoring, over made-up points.
import * as people from './people.mjs';

const POINTS = {
  E1: [500, 3],
  E2: [200, 10],
  E3: [80, 30],
  B1: [340, 7],
  B2: [80, 7],
  B3: [360, 5],
  B4: [120, 5],
  B5: [100, 14],
  B6: [80, 7],
  B7: [50, 14],
  R1: [480, 12],
  R2: [260, 21],
  R3: [160, 60],
  O1: [120, 1],
  P1: [500, 2],
  P2: [220, 14],
  C1: [120, 10],
  N1: [-300, 2],
  N2: [-250, 21],
  N3: [-400, 30],
};
const RULES = Object.entries(POINTS).map(([rule, [tenths, halfLifeDays]]) => ({
  rule,
  on: rule !== 'B7',
  tenths,
  halfLifeDays,
}));
const SCORING = {
  version: 2,
  rules: RULES,
  versions: [
    {
      version: 2,
      publishedAt: '2026-11-20T15:00:00Z',
      publishedBy: people.TONY.id,
      note: 'Whoever comes late twice is no reason to ring.',
      rules: RULES,
    },
    { version: 1, rules: RULES.map((rule) => ({ ...rule, on: true })) },
  ],
};
const ID = people.idOf(801);
const ASKED = { id: ID, state: 'asked', baseVersion: 2, people: 0, peopleDone: 0 };
const share = (counted, booked, percent, lowPercent, highPercent) => ({
  counted,
  booked,
  percent,
  lowPercent,
  highPercent,
  enough: counted >= 30,
});
const listing = (ofShare, missed) => ({
  share: ofShare,
  cameBack: 31,
  missed,
  alreadyBooked: 0,
  bookedUnheard: 2,
});
const named = (number) => {
  const { personId, name, initials } = people.LEADS.items[number];
  return { personId, name, initials };
};
const FOUND = {
  from: '2026-05-14',
  until: '2026-11-09',
  days: 180,
  people: 312,
  leftOut: 0,
  now: listing(share(60, 24, 40, 29, 53), 7),
  draft: listing(share(58, 26, 45, 33, 58), 5),
  newest: share(64, 21, 33, 23, 45),
  random: share(12, 2, 17, 5, 45),
  rules: RULES.map(({ rule }, index) => ({
    rule,
    shown: 41 - index,
    contacted: 20 - index,
    booked: 19 - index,
    disputed: index % 5 === 0 ? 1 : 0,
  })),
  contacts: [
    { rule: 'R1', contacted: 24, booked: 9 },
    { rule: 'B1', contacted: 11 },
  ],
  entered: [named(3), named(5)],
  left: [named(8), named(9)],
  moved: [{ person: named(1), from: 7, to: 2 }],
};
const DONE = { ...ASKED, state: 'done', people: 312, peopleDone: 312, found: FOUND };
const FEW = { ...FOUND, from: undefined, until: undefined, days: 0 };
FEW.now = listing(share(0, 0, 0, 0, 100), 0);
FEW.newest = share(0, 0, 0, 0, 100);
FEW.random = share(0, 0, 0, 0, 100);

const scoring = (lookback, more = {}) => ({
  'GET /auth/session': people.ADMIN,
  'GET /auth/admin/staff': people.STAFF,
  'GET /api/scoring': SCORING,
  'POST /api/scoring/lookbacks': ASKED,
  [`GET /api/scoring/lookbacks/${ID}`]: lookback,
  ...more,
});
const page = (name, answers, words, act) => ({
  name,
  path: '/settings/scoring',
  answers,
  see: 'Scoring',
  act: async (opened) => {
    await act?.(opened);
    await opened.getByText(words).first().waitFor();
  },
});

const kept = (kind, years, isDefault, going) => ({
  kind,
  years,
  isDefault,
  usualYears: kind === 'news' ? 2 : 7,
  fewestYears: 1,
  mostYears: 50,
  going: Object.entries(going).map(([what, count]) => ({ what, count })),
});
const RETENTION = {
  kinds: [
    kept('sessions', 7, true, { bookings: 0, meetings: 0, 'calendar-events': 0 }),
    kept('mood', 3, false, { 'check-ins': 12, care: 1 }),
    kept('contacts', 7, true, { outcomes: 4, notes: 1, sent: 0 }),
    kept('news', 2, true, { deliveries: 214 }),
  ],
  trailYearsAtLeast: 6,
};
const retention = (answer) => ({ 'GET /auth/session': people.ADMIN, 'GET /api/settings/retention': answer });

export const SETTINGS_PAGES = [
  {
    name: 'settings',
    path: '/settings',
    answers: { 'GET /auth/session': people.ADMIN },
    see: 'Settings',
  },
  {
    name: 'practice',
    path: '/settings/practice',
    answers: {
      'GET /auth/session': people.ADMIN,
      'GET /api/settings/digest': {
        on: true,
        atMinute: 480,
        zone: 'America/New_York',
        lastDay: '2026-11-23',
        version: 3,
      },
    },
    see: 'How the practice works',
    act: (opened) => opened.getByRole('heading', { name: 'Words' }).waitFor(),
  },
  {
    name: 'practice-wrong',
    path: '/settings/practice',
    answers: {
      'GET /auth/session': people.ADMIN,
      'GET /api/settings/digest': { on: false, atMinute: 480, zone: 'America/New_York', version: 0 },
    },
    see: 'How the practice works',
    act: async (opened) => {
      await opened.getByLabel('What it says').first().fill('Dear {diagnosis}');
      await opened.getByRole('button', { name: 'Save: Messages' }).click();
      await opened.getByText('Not saved. See what is marked above.').waitFor();
    },
  },
  {
    name: 'practice-failed',
    path: '/settings/practice',
    answers: {
      'GET /auth/session': people.ADMIN,
      'GET /api/settings/digest': { status: 500, code: 'unexpected', requestId: '0d4c-77' },
    },
    see: 'How the practice works',
    act: (opened) => opened.getByText('0d4c-77').waitFor(),
  },
  {
    name: 'leads-export',
    path: '/leads/export?band=hot',
    answers: {
      'GET /auth/session': people.ADMIN,
      'GET /auth/admin/staff': people.STAFF,
      'GET /api/leads/summary': people.SUMMARY,
      'GET /api/leads/export': { ...people.LEADS, by: people.TONY.id, privacy: 'names', whole: true },
    },
    see: 'Print or take away',
    act: async (opened) => {
      await opened.evaluate(() => {
        window.print = () => undefined;
      });
      await opened.getByRole('button', { name: 'Print' }).click();
      await opened.getByRole('table').waitFor();
    },
  },
  {
    name: 'retention',
    path: '/settings/retention',
    answers: retention(RETENTION),
    see: 'Retention',
    act: (opened) => opened.getByText(/12 check-ins/).waitFor(),
  },
  {
    name: 'retention-failed',
    path: '/settings/retention',
    answers: retention({ status: 500, code: 'unexpected', requestId: '0d4c-77' }),
    see: 'Retention',
    act: (opened) => opened.getByText('0d4c-77').waitFor(),
  },
  page('scoring', scoring(DONE), 'not how many booked because we rang'),
  page('scoring-draft', scoring(DONE), 'Enter the first ten', (opened) =>
    opened.getByLabel('Points: First session done').fill('60'),
  ),
  page('scoring-wrong', scoring(DONE), 'at most 100 points', (opened) =>
    opened.getByLabel('Points: First session done').fill('400'),
  ),
  page(
    'scoring-looking',
    scoring({ ...ASKED, state: 'running', people: 312, peopleDone: 120 }),
    '120 of 312',
  ),
  page('scoring-few', scoring({ ...DONE, found: FEW }), 'Too few to say'),
  page(
    'scoring-failed',
    scoring(DONE, { 'GET /api/scoring': { status: 500, code: 'unexpected', requestId: '0d4c-77' } }),
    '0d4c-77',
  ),
];
