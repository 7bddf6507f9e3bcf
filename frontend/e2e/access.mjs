// The Access page in its states, and the dialogs that are opened from it.
import { NO_ERASURES, SOME_ERASURES } from './erasures.mjs';
import * as people from './people.mjs';

const DAY = '2026-11-24T';
const TONY = people.idOf(1);
const ROB = people.idOf(2);
const PAT = people.idOf(3);
const NEW = people.idOf(4);
const CLIENT = people.idOf(5);

const session = (number, browser, system, more = {}) => ({
  id: people.idOf(100 + number),
  browser,
  system,
  from: `203.0.113.${number}`,
  openedAt: `${DAY}09:0${number}:00Z`,
  lastUsedAt: `${DAY}13:3${number}:00Z`,
  current: false,
  ...more,
});
const app = (usedAt) => ({ kind: 'app', addedAt: '2026-01-05T09:00:00Z', lastUsedAt: usedAt });
const person = (id, name, role, more = {}) => ({
  id,
  name,
  email: `${name.split(' ')[0].toLowerCase()}@practice.example`,
  role,
  you: false,
  joinedAt: '2026-01-05T09:00:00Z',
  needsLink: false,
  acuityCalendars: [],
  factors: [app(`${DAY}13:00:00Z`)],
  sessions: [],
  ...more,
});

const EVERYONE = [
  person(TONY, 'Tony Alvarez', 'admin', {
    you: true,
    lastSeenAt: `${DAY}13:59:00Z`,
    sessions: [session(1, 'Firefox', 'Windows', { current: true }), session(2, 'Safari', 'iPhone')],
  }),
  person(ROB, 'Rob Hartmann-Oyelaran', 'admin', {
    lastSeenAt: `${DAY}13:33:00Z`,
    sessions: [session(3, 'Chrome', 'Mac'), session(4, 'Firefox', 'Android')],
  }),
  person(PAT, 'Pat Lee', 'practitioner', {
    lockedAt: '2026-11-20T10:00:00Z',
    lastSeenAt: '2026-11-19T16:00:00Z',
    acuityCalendars: [7],
  }),
  person(NEW, 'Noa Brandt', 'practitioner', { factors: [] }),
  person(CLIENT, 'Marguerite de Saint-Exupéry', 'client', { lastSeenAt: '2026-10-02T10:00:00Z' }),
];
const CARD = { madeAt: '2026-01-05T10:00:00Z', worksFrom: '2026-01-06T10:00:00Z' };
const RESET = {
  id: people.idOf(200),
  accountId: PAT,
  name: 'Pat Lee',
  askedBy: ROB,
  askedByName: 'Rob Hartmann-Oyelaran',
  askedAt: `${DAY}12:30:00Z`,
  expiresAt: '2026-11-27T12:30:00Z',
  reason: 'The phone was stolen on the train, the recovery codes were in the same bag.',
  identityCheck: 'Came to the practice this morning; we have known each other for six years.',
  needsCard: false,
};
const BY_CARD = {
  ...RESET,
  id: people.idOf(201),
  accountId: ROB,
  name: 'Rob Hartmann-Oyelaran',
  askedBy: TONY,
  askedByName: 'Tony Alvarez',
  needsCard: true,
};
const INVITE = {
  id: people.idOf(300),
  email: 'sam@practice.example',
  displayName: 'Sam Okonkwo',
  role: 'practitioner',
  createdAt: `${DAY}09:00:00Z`,
  expiresAt: '2026-11-27T09:00:00Z',
};
const LINK = {
  link: 'https://leads.example.org/reset#Zk3vQmT8xW1pLr5uYc7nBd9sHf2jKa4gEo6iUq0wXzM',
  expiresAt: '2026-11-27T14:00:00Z',
};

const access = (more = {}) => ({
  'GET /auth/session': people.ADMIN,
  'GET /auth/admin/people': { people: EVERYONE, more: false },
  'GET /auth/admin/resets': { resets: [], card: CARD, noticesMailed: true },
  'GET /auth/admin/staff': people.STAFF,
  'GET /api/erasures': NO_ERASURES,
  'GET /auth/admin/invites': { invites: [INVITE] },
  ...more,
});
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const manageRob = async (page) => {
  await press(page, 'Manage Rob Hartmann-Oyelaran');
  await page.getByRole('dialog', { name: 'Rob Hartmann-Oyelaran' }).waitFor();
};

export const ACCESS_PAGES = [
  {
    name: 'access',
    path: '/access',
    answers: access(),
    see: 'Access',
    act: (page) => page.getByText('Sam Okonkwo').waitFor(),
  },
  {
    name: 'access-only-you',
    path: '/access',
    answers: access({
      'GET /auth/admin/people': { people: EVERYONE.slice(0, 1), more: false },
      'GET /auth/admin/resets': { resets: [], noticesMailed: false },
      'GET /auth/admin/invites': { invites: [] },
    }),
    see: 'Access',
    act: (page) => page.getByText('Only you so far.').waitFor(),
  },
  {
    name: 'access-loading',
    path: '/access',
    answers: access({ 'GET /auth/admin/people': null }),
    see: 'Access',
    act: (page) => page.getByText('Loading').waitFor(),
  },
  {
    name: 'access-failed',
    path: '/access',
    answers: access({ 'GET /auth/admin/people': { status: 500, code: 'unexpected', requestId: '0d4c-77' } }),
    see: 'Access',
    act: (page) => page.getByRole('alert').waitFor(),
  },
  {
    name: 'access-approvals',
    path: '/access',
    answers: access({
      'GET /auth/admin/resets': { resets: [RESET, BY_CARD], card: CARD, noticesMailed: true },
      'GET /api/erasures': SOME_ERASURES,
    }),
    see: 'Access',
    act: async (page) => {
      await press(page, 'Approve');
      await press(page, 'Use the card');
      await page.getByLabel('What the card says').waitFor();
    },
  },
  {
    name: 'access-reset-link',
    path: '/access',
    answers: access({
      'GET /auth/admin/resets': { resets: [RESET], card: CARD, noticesMailed: true },
      [`POST /auth/admin/resets/${RESET.id}/approve`]: LINK,
    }),
    act: async (page) => {
      await press(page, 'Approve');
      await press(page, 'Approve');
      await page.getByText(LINK.link).waitFor();
    },
  },
  {
    name: 'access-person',
    path: '/access',
    answers: access(),
    act: async (page) => {
      await manageRob(page);
      await press(page, 'Lock account');
      await page.getByText(/cannot sign in until/).waitFor();
    },
  },
  {
    name: 'access-reset-ask',
    path: '/access',
    answers: access(),
    act: async (page) => {
      await manageRob(page);
      await press(page, 'Reset second step');
      await press(page, 'Ask for the reset');
      await page.getByText('Say why the second step has to be reset').waitFor();
    },
  },
  {
    name: 'access-step-up',
    path: '/access',
    answers: access({ [`POST /auth/admin/people/${ROB}/lock`]: { status: 403, code: 'step-up-required' } }),
    act: async (page) => {
      await manageRob(page);
      await press(page, 'Lock account');
      await press(page, 'Lock account');
      await page.getByRole('dialog', { name: 'Is it still you?' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByText(/Nothing was done/).waitFor();
      // Escape closed the question alone.
      await page.getByRole('dialog', { name: 'Rob Hartmann-Oyelaran' }).waitFor();
      await press(page, 'Lock account');
      await page.getByRole('dialog', { name: 'Is it still you?' }).waitFor();
    },
  },
  {
    name: 'access-invite',
    path: '/access',
    answers: access(),
    act: async (page) => {
      await press(page, 'Invite someone');
      await page.getByLabel('Their calendars at Acuity').waitFor();
    },
  },
  {
    name: 'access-invite-client',
    path: '/access',
    answers: access({
      'POST /api/people/search': {
        hits: [
          { lead: { personId: people.ANNA_ID, name: 'Anna Rivera' }, why: { key: 'listed', values: {} } },
          { lead: { personId: people.idOf(2), name: 'Annabel Osei' }, why: { key: 'listed', values: {} } },
        ],
      },
      [`POST /api/people/${people.ANNA_ID}/invite`]: { status: 409, code: 'account-exists' },
    }),
    act: async (page) => {
      await press(page, 'Invite someone');
      await page.getByLabel('Role').selectOption('client');
      await page.getByLabel('Who is it?').fill('anna');
      await press(page, 'Find');
      await page.getByRole('radio', { name: 'Anna Rivera' }).check();
      await page.getByLabel('E-mail').fill('anna@example.org');
      await press(page, 'Make the invite');
      await page.getByText('This person has an account already.').waitFor();
    },
  },
  {
    name: 'access-practice',
    path: '/access',
    answers: access(),
    act: async (page) => {
      await press(page, 'Manage Noa Brandt');
      await page.getByLabel('Their address at Google').fill('no address');
      await press(page, 'Save calendars and meetings');
      await page.getByText('Enter a whole address, with an @, or leave it empty').waitFor();
    },
  },
  {
    name: 'access-card',
    path: '/access',
    answers: access({
      'GET /auth/admin/resets': { resets: [], noticesMailed: true },
      'POST /auth/admin/card': { card: 'K7QM-2313-ABCD-9XZE-T4WV-0HJN-8PRS-6FGY' },
    }),
    act: async (page) => {
      await press(page, 'Make the card');
      await page.getByText(/K7QM-2313/).waitFor();
    },
  },
  {
    name: 'first-card',
    path: '/set-up',
    answers: access({ 'GET /auth/admin/resets': { resets: [], noticesMailed: true } }),
    see: 'Break-glass card',
    act: (page) => page.getByRole('button', { name: 'Not now' }).waitFor(),
  },
  {
    name: 'first-card-made',
    path: '/set-up',
    answers: access({
      'GET /auth/admin/resets': { resets: [], noticesMailed: true },
      'POST /auth/admin/card': { card: 'K7QM-2313-ABCD-9XZE-T4WV-0HJN-8PRS-6FGY' },
    }),
    see: 'Break-glass card',
    act: async (page) => {
      await press(page, 'Make the card');
      await page.getByText(/K7QM-2313/).waitFor();
    },
  },
  {
    name: 'reset',
    path: '/reset#made-up-token',
    answers: { 'GET /auth/session': people.SIGNED_OUT },
    see: 'Set up a new second step',
    act: (page) => page.getByLabel('Password', { exact: true }).waitFor(),
  },
];
