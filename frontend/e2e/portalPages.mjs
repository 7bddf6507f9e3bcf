// The client's pages: every state of theirs, on the phones and screens that run.mjs looks at.
import * as people from './people.mjs';

const NOW = '2026-11-24T15:00:00Z';
const ME = {
  asOf: NOW,
  practiceZone: 'America/New_York',
  practicePhone: '(202) 555-0199',
  bookingPage: 'https://book.example.org/schedule.php?owner=1',
  zone: 'Europe/London',
  textSize: 'usual',
};
const HELP = { country: 'US', practicePhone: '(202) 555-0199' };
const client = (more = {}) => ({
  'GET /auth/session': people.CLIENT,
  'GET /api/me': ME,
  'GET /api/me/erasure': {},
  'GET /api/help': HELP,
  ...more,
});

const dayAt = (back, hour = 14) =>
  new Date(Date.parse(NOW) - back * 86_400_000 - (15 - hour) * 3_600_000).toISOString();
const checkIn = (index, back, answer, more = {}) => ({
  id: `0b8f7d52-0000-4000-8000-00000000${String(index).padStart(4, '0')}`,
  at: dayAt(back),
  answer,
  usual: 6.5,
  changed: false,
  ...more,
});
const TREND = {
  asOf: NOW,
  days: 30,
  thisWeek: 'lower',
  items: [
    ...[7, 8, 6, 7, 7, 9, 6, 7].map((answer, index) => checkIn(index, 29 - index * 2, answer)),
    checkIn(8, 3, 5, { changed: true }),
    checkIn(9, 0, 4, {
      note: 'A long night, and a longer word: Donaudampfschifffahrtsgesellschaftskapitänsmütze.',
      changeableUntil: '2026-11-25T14:00:00Z',
    }),
  ],
};

const booking = (id, startsAt, more = {}) => ({
  id,
  startsAt,
  durationMinutes: 50,
  typeName: 'Individual session',
  practitioner: 'Dana Made-up-with-a-long-name',
  state: 'booked',
  joinFrom: new Date(Date.parse(startsAt) - 900_000).toISOString(),
  waiting: false,
  ...more,
});
const BOOKINGS = {
  asOf: NOW,
  practiceZone: 'America/New_York',
  items: [
    booking(1, '2026-11-10T20:30:00Z', { state: 'over' }),
    booking(2, '2026-11-17T20:30:00Z', { state: 'cancelled', cancelledSeenAt: '2026-11-16T11:00:00Z' }),
    booking(3, '2026-11-24T15:10:00Z'),
    booking(4, '2026-12-01T20:30:00Z', { waiting: true }),
  ],
};
const PERMISSIONS = { doNotContact: false, phone: 'allowed', voicemail: 'refused', email: 'not-asked' };
const VIEWS = {
  zone: 'America/New_York',
  items: ['record', 'mood', 'list'].map((part, index) => ({
    accountId: `0b8f7d52-0000-4000-8000-00000000010${index}`,
    name: 'Tony',
    role: index === 1 ? 'practitioner' : 'admin',
    part,
    firstAt: '2026-11-23T14:00:00Z',
    lastAt: '2026-11-23T16:00:00Z',
    times: index + 1,
  })),
};

async function answerWith(page, name) {
  await page.getByRole('radio', { name, exact: true }).check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Note, if you like').waitFor();
}

const kept = (low) => ({
  id: '0b8f7d52-0000-4000-8000-000000000009',
  at: NOW,
  changeableUntil: '2026-11-25T15:00:00Z',
  low,
});

export const PORTAL_PAGES = [
  { name: 'check-in', path: '/portal/check-in', answers: client(), see: 'Check in' },
  {
    name: 'check-in-missing',
    path: '/portal/check-in',
    answers: client(),
    see: 'Check in',
    act: async (page) => {
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'check-in-note',
    path: '/portal/check-in',
    answers: client(),
    act: (page) => answerWith(page, '7'),
  },
  {
    name: 'check-in-not-sent',
    path: '/portal/check-in',
    answers: client({ 'POST /api/me/check-ins': { status: 503, code: 'busy', requestId: 'req-7' } }),
    act: async (page) => {
      await answerWith(page, '7');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Not sent.').waitFor();
    },
  },
  {
    name: 'check-in-saved',
    path: '/portal/check-in',
    answers: client({ 'POST /api/me/check-ins': kept(false) }),
    act: async (page) => {
      await answerWith(page, '7');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('heading', { name: 'Saved' }).waitFor();
    },
  },
  {
    name: 'check-in-low',
    path: '/portal/check-in',
    answers: client({
      'POST /api/me/check-ins': kept(true),
      'POST /api/me/contact-requests': { askedAt: NOW },
    }),
    act: async (page) => {
      await answerWith(page, '3');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('heading', { name: 'Thank you for saying so' }).waitFor();
      await page.getByRole('link', { name: /^988, Suicide and Crisis/ }).waitFor();
    },
  },
  {
    name: 'check-in-before-the-session',
    path: '/portal/check-in',
    answers: client({ 'GET /auth/session': null }),
    see: 'Check in',
  },
  {
    name: 'help-signed-out',
    path: '/portal/help',
    answers: client({ 'GET /auth/session': people.SIGNED_OUT }),
    see: 'Get help now',
  },
  {
    name: 'help-unknown-country',
    path: '/portal/help',
    answers: client({ 'GET /api/help': { status: 503, code: 'busy' } }),
    see: 'Get help now',
  },
  {
    name: 'trend',
    path: '/portal/trend',
    answers: client({ 'GET /api/me/check-ins': TREND }),
    see: 'Your trend',
    act: (page) => page.getByText('A long night').first().waitFor(),
  },
  {
    name: 'trend-change',
    path: '/portal/trend',
    answers: client({ 'GET /api/me/check-ins': TREND }),
    see: 'Your trend',
    act: async (page) => {
      await page.getByRole('button', { name: /Change your check-in/ }).click();
      await page.getByLabel(/Your answer, 1/).waitFor();
    },
  },
  {
    name: 'trend-empty',
    path: '/portal/trend?days=365',
    answers: client({ 'GET /api/me/check-ins': { asOf: NOW, days: 365, items: [] } }),
    see: 'Your trend',
    act: (page) => page.getByText('Your first check-in starts your trend.').waitFor(),
  },
  {
    name: 'trend-failed',
    path: '/portal/trend',
    answers: client({ 'GET /api/me/check-ins': { status: 503, code: 'busy', requestId: 'req-7' } }),
    see: 'Your trend',
    act: (page) => page.getByRole('button', { name: 'Try again' }).waitFor(),
  },
  {
    name: 'bookings',
    path: '/portal/bookings',
    answers: client({ 'GET /api/me/bookings': BOOKINGS }),
    see: 'Bookings',
    act: (page) => page.getByText('Waiting for Acuity to confirm').waitFor(),
  },
  {
    name: 'bookings-empty',
    path: '/portal/bookings',
    answers: client({ 'GET /api/me/bookings': { ...BOOKINGS, items: [] } }),
    see: 'Bookings',
    act: (page) => page.getByRole('link', { name: 'Book', exact: true }).waitFor(),
  },
  {
    name: 'bookings-failed',
    path: '/portal/bookings',
    answers: client({ 'GET /api/me/bookings': { status: 503, code: 'busy', requestId: 'req-7' } }),
    see: 'Bookings',
    act: (page) => page.getByRole('link', { name: /555-0199/ }).waitFor(),
  },
  {
    name: 'me',
    path: '/portal/me',
    answers: client({ 'GET /api/me/permissions': PERMISSIONS, 'GET /api/me/views': VIEWS }),
    see: 'Me',
    act: async (page) => {
      await page.getByRole('button', { name: 'Show who has seen it' }).click();
      await page.getByText(/your check-ins/).waitFor();
    },
  },
  {
    name: 'me-not-saved',
    path: '/portal/me',
    answers: client({
      'GET /api/me/permissions': PERMISSIONS,
      'POST /api/me/permissions': { status: 503, code: 'busy', requestId: 'req-7' },
    }),
    see: 'Me',
    act: async (page) => {
      await page
        .getByRole('group', { name: 'Calls' })
        .getByRole('radio', { name: 'No', exact: true })
        .click();
      await page.getByRole('button', { name: 'Save' }).first().click();
      await page.getByText(/^Not saved: what was in force before still is/).waitFor();
    },
  },
  {
    name: 'me-viewed-none',
    path: '/portal/me',
    answers: client({
      'GET /api/me/permissions': PERMISSIONS,
      'GET /api/me/views': { ...VIEWS, items: [] },
    }),
    see: 'Me',
    act: async (page) => {
      await page.getByRole('button', { name: 'Show who has seen it' }).click();
      await page.getByText('Nobody has opened your record yet.').waitFor();
    },
  },
  {
    name: 'me-larger-text',
    path: '/portal/me',
    answers: client({ 'GET /api/me': { ...ME, textSize: 'larger' }, 'GET /api/me/permissions': PERMISSIONS }),
    see: 'Me',
    act: (page) => page.getByRole('group', { name: 'Calls' }).waitFor(),
  },
  {
    name: 'portal-not-tied',
    path: '/portal/bookings',
    answers: client({
      'GET /api/me': { status: 404, code: 'no-record' },
      'GET /api/me/bookings': { status: 404, code: 'no-record' },
    }),
    see: 'Your account is not tied to your record yet',
  },
];
