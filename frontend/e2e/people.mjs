// Made-up people for the pages that are looked at.
const NOW = Date.parse('2026-11-24T14:00:00Z');
const HOUR = 3_600_000;
const ago = (hours) => new Date(NOW - hours * HOUR).toISOString();
export const idOf = (number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const REASONS = {
  B1: {
    key: 'B1',
    values: { startsAt: ago(66), noticeHours: 6, cancelledTo: ago(72) },
  },
  B2: { key: 'B2', values: { noticeHoursAtMost: 6 } },
  R1: { key: 'R1', values: { sessionAt: ago(118) } },
  R2: { key: 'R2', values: { lastSessionAt: ago(240), usualGapDays: 7 } },
  P1: { key: 'P1', values: { callAt: ago(1), promisedAt: ago(49) } },
  N1: { key: 'N1', values: { contactedAt: ago(20), kind: 'left-message' } },
};

function reason([rule, tenths, sourceLate = false]) {
  return {
    key: `${rule}:399682887`,
    rule,
    ruleVersion: 1,
    lane: 'lead',
    tenths,
    sentence: REASONS[rule],
    evidence: [{ source: rule === 'P1' ? 'act' : 'acuity', recordId: '399682887', receivedAt: ago(72) }],
    startsAt: ago(72),
    halfLifeDays: 7,
    removedBy: ['booking'],
    sourceLate,
  };
}

const PEOPLE = [
  ['Anna Rivera', 'A. R.', 'Dr Lee', ['P1', 490], ['B1', 253], ['B2', 59]],
  ['Marguerite de Saint-Exupéry', 'M. S.', 'Dr Lee', ['R1', 480]],
  ['Ben Okafor', 'B. O.', 'M. Novak', ['B1', 253], ['B2', 59], ['R2', 149]],
  ['Cara Whitfield', 'C. W.', 'Dr Lee', ['B1', 340, true]],
  ['Dmitri Volkov', 'D. V.', null, ['B1', 298]],
  ['Eun-ji Park', 'E. P.', 'M. Novak', ['R2', 260]],
  ['Farah Haddad', 'F. H.', 'Dr Lee', ['R1', 480], ['N1', -250]],
  ['Grace Mbeki', 'G. M.', 'M. Novak', ['B1', 172]],
  ['Hugo Lindqvist', 'H. L.', null, ['R2', 149]],
  ['Ines Carvalho', 'I. C.', 'Dr Lee', ['B1', 121]],
];

export const TONY = { id: idOf(71), name: 'Tony', you: true };
export const ROB = { id: idOf(72), name: 'Rob', you: false };
const OWN_SESSION = {
  id: idOf(301),
  browser: 'Firefox',
  system: 'Windows',
  from: '203.0.113.7',
  openedAt: '2026-11-24T08:00:00Z',
  lastUsedAt: '2026-11-24T08:30:00Z',
  current: true,
};
export const OWN_SESSIONS = {
  sessions: [
    OWN_SESSION,
    { ...OWN_SESSION, id: idOf(302), browser: 'Samsung Internet', system: 'Android', current: false },
    { ...OWN_SESSION, id: idOf(303), browser: '', system: '', from: '2001:db8::1', current: false },
  ],
};
export const STAFF = {
  staff: [TONY, ROB],
  practitioners: [{ id: idOf(903), name: 'Dana Sample', you: false }],
};

function lead([name, initials, practitioner, ...reasons], index) {
  const scoreTenths = reasons.reduce((sum, [, tenths]) => sum + tenths, 0);
  return {
    rank: index + 1,
    personId: idOf(index + 1),
    name,
    initials,
    scoreTenths,
    band: scoreTenths >= 450 ? 'hot' : scoreTenths >= 250 ? 'warm' : 'watch',
    reasons: reasons.map(reason),
    waitingSince: ago(3 + index * 20),
    ...(index % 3 !== 1 && { lastContactAt: ago(20 + index * 24) }),
    ...(practitioner && { practitioner, calendarId: practitioner === 'Dr Lee' ? 7 : 8 }),
    ...(index % 4 === 0 && { owner: TONY.id }),
    ...(index % 4 === 2 && { owner: ROB.id }),
    placement: { state: 'listed', causes: [] },
    recordVersion: 1,
  };
}

export const LEADS = {
  asOf: new Date(NOW).toISOString(),
  version: 1,
  zone: 'America/New_York',
  freshness: [{ source: 'acuity', state: 'on-time', fetchedTo: ago(0.3) }],
  items: PEOPLE.map(lead),
};

const callBacksAt = '2026-11-24T19:00:00Z';
export const SUMMARY = {
  asOf: LEADS.asOf,
  zone: LEADS.zone,
  freshness: LEADS.freshness,
  counts: { hot: 3, newHot: 2, warm: 3, watch: 4, snoozed: 2, doneToday: 7 },
  countedTo: 1000,
  newHotSince: '2026-11-23T14:00:00Z',
  callBacksDue: 3,
  nextCallBacks: { count: 2, at: callBacksAt },
  practitioners: [
    { calendarId: 7, name: 'Dr Lee' },
    { calendarId: 8, name: 'M. Novak' },
  ],
};

const offTheList = (someone, ...causes) => ({
  ...someone,
  rank: undefined,
  placement: { state: 'off-the-list', causes },
});
const inDays = (days) => new Date(NOW + days * 24 * HOUR).toISOString();

const unranked = (each) => ({ ...each, rank: undefined });

/** Two of the list who are hot, in an order that is not its own. */
export const NEW_HOT = {
  ...LEADS,
  items: LEADS.items
    .filter(({ band }) => band === 'hot')
    .slice(0, 2)
    .map(unranked),
};

/** Two people who sleep: until a day, and until something changes. */
export const SNOOZED = {
  ...LEADS,
  items: LEADS.items.slice(0, 2).map((each, index) => {
    const snooze = { by: ROB.id, ...(index === 0 && { until: inDays(6) }) };
    return offTheList(each, { key: 'snoozed', values: snooze });
  }),
};

/** One who is booked, one who is too cool to be listed, one who is asleep. */
export const FOUND = {
  more: false,
  hits: [
    {
      lead: { ...LEADS.items[2], personId: idOf(21), name: 'Amara Diallo' },
      why: { key: 'booked', values: { startsAt: inDays(2) } },
    },
    {
      lead: { ...LEADS.items[9], personId: idOf(22), name: 'Amal Aziz', scoreTenths: 80, band: undefined },
      why: { key: 'below-the-line', values: { scoreTenths: 80, lineTenths: 100 } },
    },
    {
      lead: { ...LEADS.items[4], personId: idOf(23), name: 'Amandine Roux' },
      why: { key: 'snoozed', values: { until: inDays(6), by: ROB.id } },
    },
  ],
};

export const CLASH = {
  status: 409,
  code: 'changed-under-you',
  requestId: 'req-7',
  recordVersion: 2,
  latestKind: 'spoke-not-now',
  latestAt: ago(0.05),
  latestBy: ROB.id,
  latestByYou: false,
};

export const LATE = {
  ...LEADS,
  freshness: [{ source: 'acuity', state: 'late', fetchedTo: ago(5), causeCode: 'rate-limited' }],
};

export const EMPTY = { ...LEADS, items: [] };

export const ANNA = {
  lead: LEADS.items[0],
  placement: { state: 'listed', causes: [] },
  bookingLink: 'https://practice.example.org/book?appointmentType=1&calendarID=7',
  contact: {
    doNotContact: false,
    sayAs: 'Tony',
    phone: '+1 555 0100',
    email: 'anna@example.org',
    channels: [
      { kind: 'phone', permission: 'allowed' },
      { kind: 'email', permission: 'not-asked' },
      { kind: 'voicemail', permission: 'refused' },
    ],
  },
  bookings: [
    {
      id: 399682887,
      startsAt: ago(66),
      durationMinutes: 50,
      typeName: 'Individual session',
      practitioner: 'Dr Lee',
      state: 'cancelled',
      cancellationExact: true,
      cancelledByUs: false,
    },
    {
      id: 399682801,
      startsAt: ago(240),
      durationMinutes: 50,
      typeName: 'Individual session',
      practitioner: 'Dr Lee',
      state: 'booked',
      cancellationExact: false,
      cancelledByUs: false,
    },
  ],
  outcomes: [
    {
      id: idOf(81),
      kind: 'call-back',
      at: ago(49),
      by: ROB.id,
      byYou: false,
      callBackAt: ago(1),
      note: 'Prefers the morning.',
      undone: false,
      undoable: false,
      sent: [
        { id: idOf(91), kind: 'zoho-note', state: 'saved', settledAt: ago(48) },
        { id: idOf(92), kind: 'zoho-task', state: 'not-saved', cause: 'zoho.permission-withdrawn' },
      ],
    },
  ],
  crm: [
    {
      id: '6493490000001504003',
      module: 'Leads',
      state: 'open',
      status: 'Contacted',
      source: 'External Referral',
      createdAt: ago(300),
      emailOptOut: true,
      changes: [
        { at: ago(90), from: 'Not Contacted', to: 'Contacted', by: 'Rob', how: 'person' },
        { at: ago(120), to: 'Not Contacted', how: 'other' },
      ],
      tasks: [{ id: '6493490000001504999', dueOn: '2026-11-25' }],
    },
  ],
  acts: [
    {
      id: idOf(82),
      kind: 'owner-set',
      at: ago(50),
      by: TONY.id,
      byYou: true,
      undone: false,
      undoable: false,
      owner: TONY.id,
    },
    {
      id: idOf(83),
      kind: 'noted',
      at: ago(51),
      by: ROB.id,
      byYou: false,
      undone: false,
      undoable: false,
      text: 'Asked for a call after the holiday.',
    },
  ],
};

const slot = (days, key, bookable = true) => ({
  startsAt: new Date(Date.parse('2026-11-24T20:30:00Z') + days * 24 * HOUR).toISOString(),
  durationMinutes: 50,
  practitioner: 'Dr Lee',
  typeName: 'Individual session',
  bookable,
  sentence: { key: `slot.${key}`, values: {} },
});

export const SLOTS = {
  asOf: LEADS.asOf,
  state: 'loaded',
  items: [slot(7, 'usual-hour'), slot(14, 'usual-hour'), slot(2, 'usual-time')],
};
export const SLOTS_TO_CHECK = {
  asOf: LEADS.asOf,
  state: 'check-before-offering',
  causeKey: 'slots.rate-limited',
  items: [slot(7, 'last-hour'), slot(1, 'soonest', false)],
};
/** Who opened her record. */
export const VIEWINGS = {
  zone: LEADS.zone,
  items: [
    {
      accountId: TONY.id,
      name: 'Tony',
      role: 'admin',
      part: 'views',
      firstAt: ago(0),
      lastAt: ago(0),
      times: 1,
    },
    {
      accountId: TONY.id,
      name: 'Tony',
      role: 'admin',
      part: 'record',
      firstAt: ago(1),
      lastAt: ago(0),
      times: 2,
    },
    {
      accountId: ROB.id,
      name: 'Rob',
      role: 'admin',
      part: 'list',
      firstAt: ago(5),
      lastAt: ago(0.2),
      times: 43,
    },
    {
      accountId: idOf(73),
      name: 'Dr Lee',
      role: 'practitioner',
      part: 'record',
      firstAt: ago(50),
      lastAt: ago(50),
      times: 1,
    },
  ],
  next: idOf(900),
};

export const NO_SLOTS = { asOf: LEADS.asOf, state: 'loaded', causeKey: 'slots.nothing-free', items: [] };
export const SLOTS_FAILED = {
  asOf: LEADS.asOf,
  state: 'cannot-load',
  causeKey: 'slots.key-refused',
  items: [],
};

export const ANNA_ID = idOf(1);

const account = (role) => ({ id: idOf(71), displayName: 'Tony', role });
export const SIGNED_OUT = { state: 'signed-out' };
export const SECOND_FACTOR = { state: 'second-factor', secondFactors: ['app', 'passkey'] };
export const PASSKEY_ALONE = { state: 'second-factor', secondFactors: ['passkey'] };
export const CHOOSE = { state: 'set-up', setUpStep: 'choose', account: account('admin') };
export const RECOVERED = { ...CHOOSE, recoveryCodesLeft: 2 };
export const CODES = { state: 'set-up', setUpStep: 'codes', account: account('admin') };
const BOTH = { secondFactors: ['app', 'passkey'], recoveryCodesLeft: 10 };
export const ADMIN = { state: 'signed-in', account: account('admin'), ...BOTH };
export const CLIENT = { state: 'signed-in', account: account('client'), ...BOTH };

export const PASSKEY_QUESTION = {
  challenge: 'bm90LWEtcmVhbC1vbmU',
  rpId: 'localhost',
  timeout: 600_000,
  userVerification: 'required',
};
const passkey = (id, name, lastUsedAt) => ({
  id,
  kind: 'passkey',
  name,
  addedAt: '2026-03-12T15:02:00Z',
  ...(lastUsedAt && { lastUsedAt }),
});
const APP = {
  id: '0b8f7d52-0000-4000-8000-0000000000a1',
  kind: 'app',
  addedAt: '2025-11-24T09:40:00Z',
  lastUsedAt: '2026-11-20T08:58:00Z',
};
export const FACTORS = {
  factors: [
    APP,
    passkey('0b8f7d52-0000-4000-8000-0000000000a2', 'Windows computer', '2026-11-23T13:58:00Z'),
    passkey(
      '0b8f7d52-0000-4000-8000-0000000000a3',
      'Security key in the top drawer of my desk at the practice',
    ),
  ],
  recoveryCodesLeft: 7,
};
export const ONE_FACTOR = { factors: [APP], recoveryCodesLeft: 2 };

export const TOTP = {
  otpauth:
    'otpauth://totp/Practice:tony%40example.org?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Practice',
  secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
};
export const RECOVERY = {
  recoveryCodes: Array.from({ length: 10 }, (_, index) => ({
    number: index + 1,
    code: `K7QM-${2310 + index}-ABCD-9XZE-T4WV-0HJN`,
  })),
};
