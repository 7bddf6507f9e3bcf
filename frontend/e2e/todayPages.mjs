// Today, for practitioners and admins, and a practitioner's own clients.
import { NO_ERASURES } from './erasures.mjs';
import * as people from './people.mjs';

const NOW = '2026-11-24T15:00:00Z';
const ZONE = 'America/New_York';
const PRACTITIONER = { ...people.ADMIN, account: { ...people.ADMIN.account, role: 'practitioner' } };
const KIM = { personId: '0b8f7d52-0000-4000-8000-0000000000c1', name: 'Kim Made-up', initials: 'KM' };
const CARE = {
  ...KIM,
  id: '0b8f7d52-0000-4000-8000-0000000000e1',
  openedAt: '2026-11-24T13:00:00Z',
  dueAt: '2026-11-25T14:00:00Z',
  state: 'open',
  nextSessionAt: '2026-11-24T20:30:00Z',
  content: {
    reasons: ['low-answer', 'below-usual'],
    nextStep: 'at-next-session',
    entry: { at: '2026-11-24T13:00:00Z', answer: 3, note: 'A long night', changed: true },
  },
};
const page = (items) => ({ asOf: NOW, zone: ZONE, items });
const SESSIONS = page([
  {
    ...KIM,
    bookingId: 4,
    startsAt: '2026-11-24T20:30:00Z',
    durationMinutes: 50,
    typeName: 'Session',
    state: 'booked',
    first: false,
    lastAt: '2026-11-17T20:30:00Z',
    cancelledSince: 1,
  },
]);
const CLIENTS = {
  ...page([
    {
      ...KIM,
      lastSessionAt: '2026-11-17T20:30:00Z',
      nextSessionAt: '2026-11-24T20:30:00Z',
      sessions: 9,
      held: true,
      recordVersion: 7,
    },
  ]),
  more: false,
};
const MOOD = {
  asOf: NOW,
  days: 90,
  items: [6, 7, 3].map((answer, index) => ({
    id: `0b8f7d52-0000-4000-8000-00000000020${index}`,
    at: `2026-11-${20 + index}T14:00:00Z`,
    answer,
    changed: false,
    note: index === 2 ? 'A long night' : undefined,
  })),
};
const UNCLEAR = page([
  { ...KIM, bookingId: 3, startsAt: '2026-11-23T20:30:00Z', state: 'unconfirmed', recordVersion: 7 },
]);
const DANA = '0b8f7d52-0000-4000-8000-0000000000da';
const STAFF = { staff: [], practitioners: [{ id: DANA, name: 'Dana Demo', you: false }] };
const ABSENCES = {
  today: '2026-11-24',
  withoutAccount: [{ calendarId: 4038202, practitioner: 'Otis Marzipan' }],
  items: [
    {
      id: '0b8f7d52-0000-4000-8000-0000000000ab',
      practitionerId: DANA,
      from: '2026-11-26',
      until: '2026-11-27',
    },
  ],
};
/** Three months and a day after somebody last called the numbers. */
const HELP_SETTINGS = {
  today: '2027-02-24',
  practiceCountry: 'US',
  own: [
    {
      country: 'US',
      checkedOn: '2026-11-25',
      numbers: [
        { words: '911, emergency', tel: '911' },
        { words: '988, Suicide and Crisis Lifeline: call or text, day and night', tel: '988' },
      ],
    },
  ],
};
const practitioner = (more = {}) => ({
  'GET /auth/session': PRACTITIONER,
  'GET /api/today/sessions': SESSIONS,
  'GET /api/today/attendance': UNCLEAR,
  'GET /api/absences': ABSENCES,
  'GET /api/care': page([CARE]),
  'GET /api/clients': CLIENTS,
  'GET /api/people/*/check-ins': MOOD,
  ...more,
});
const admin = (more = {}) => ({
  'GET /auth/session': people.ADMIN,
  'GET /api/leads/summary': people.SUMMARY,
  'GET /api/care': page([{ ...CARE, content: undefined, why: 'unanswered' }]),
  'GET /api/care/*': CARE,
  'GET /api/today/confirmations': {
    ...page([
      {
        ...KIM,
        bookingId: 5,
        startsAt: '2026-11-25T20:30:00Z',
        practitioner: 'Dana Made-up',
        chancePercent: 31,
        daysAhead: 30,
        earlier: 5,
        missed: 2,
      },
    ]),
    known: 800,
    needed: 300,
    usualPercent: 9,
  },
  'GET /api/today/first-contacts': {
    ...page([
      { ...KIM, enquiredAt: '2026-11-24T09:00:00Z' },
      { ...KIM, enquiredAt: '2026-11-20T15:00:00Z', minutes: 190, by: people.TONY.id },
    ]),
    days: 90,
    waiting: 1,
    medians: [{ accountId: people.TONY.id, enquiries: 9, minutes: 42 }],
  },
  'GET /api/rebook-requests': {
    asOf: NOW,
    items: [
      { ...KIM, id: '0b8f7d52-0000-4000-8000-0000000000f1', at: '2026-11-23T15:00:00Z', by: KIM.personId },
    ],
  },
  'GET /auth/admin/resets': { resets: [] },
  'GET /api/erasures': NO_ERASURES,
  'GET /auth/admin/staff': STAFF,
  'GET /api/absences': ABSENCES,
  'GET /api/settings/help-numbers': HELP_SETTINGS,
  ...more,
});

export const TODAY_PAGES = [
  {
    name: 'today-practitioner',
    path: '/today',
    answers: practitioner(),
    see: 'Today',
    act: (opened) => opened.getByText('A long night').waitFor(),
  },
  {
    name: 'today-practitioner-done',
    path: '/today',
    answers: practitioner(),
    see: 'Today',
    act: async (opened) => {
      await opened.getByRole('button', { name: 'Done: Kim Made-up' }).click();
      await opened.getByLabel('What did you do?').waitFor();
    },
  },
  {
    name: 'today-practitioner-away',
    path: '/today',
    answers: practitioner(),
    see: 'Today',
    act: async (opened) => {
      await opened.getByRole('button', { name: 'Say when you are away' }).click();
      await opened.getByLabel('Last day away').waitFor();
    },
  },
  {
    name: 'help-numbers',
    path: '/settings/help-numbers',
    answers: {
      'GET /auth/session': people.ADMIN,
      'GET /api/settings/help-numbers': HELP_SETTINGS,
    },
    see: 'Help numbers',
    act: (opened) => opened.getByRole('group', { name: 'Number 2' }).first().waitFor(),
  },
  {
    name: 'today-admin',
    path: '/today',
    answers: admin(),
    see: 'Today',
    act: (opened) => opened.getByText(/Nobody has answered for a working day/).waitFor(),
  },
  {
    name: 'today-admin-opened',
    path: '/today',
    answers: admin(),
    see: 'Today',
    act: async (opened) => {
      await opened.getByRole('button', { name: 'Open: Kim Made-up' }).click();
      await opened.getByText('A long night').waitFor();
    },
  },
  {
    name: 'clients',
    path: '/clients',
    answers: practitioner(),
    see: 'My clients',
    act: async (opened) => {
      await opened.getByRole('button', { name: 'Show how Kim Made-up says they are' }).click();
      await opened.getByText('A long night').waitFor();
    },
  },
  {
    name: 'clients-hold',
    path: '/clients',
    answers: practitioner(),
    see: 'My clients',
    act: async (opened) => {
      await opened.getByRole('button', { name: 'End the hold of Kim Made-up' }).click();
      await opened.getByLabel('Note, if you like').waitFor();
    },
  },
];
