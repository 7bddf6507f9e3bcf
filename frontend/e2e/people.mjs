// Made-up people for the pages that are looked at.
const NOW = Date.parse('2026-11-24T14:00:00Z');
const HOUR = 3_600_000;
const ago = (hours) => new Date(NOW - hours * HOUR).toISOString();
const idOf = (number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

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
    ...(practitioner && { practitioner }),
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

export const LATE = {
  ...LEADS,
  freshness: [{ source: 'acuity', state: 'late', fetchedTo: ago(5), causeCode: 'rate-limited' }],
};

export const EMPTY = { ...LEADS, items: [] };

export const ANNA = {
  lead: LEADS.items[0],
  placement: { state: 'listed', causes: [] },
  contact: {
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
    },
    {
      id: 399682801,
      startsAt: ago(240),
      durationMinutes: 50,
      typeName: 'Individual session',
      practitioner: 'Dr Lee',
      state: 'booked',
      cancellationExact: false,
    },
  ],
  outcomes: [
    {
      id: idOf(81),
      kind: 'call-back',
      at: ago(49),
      byYou: false,
      callBackAt: ago(1),
      note: 'Prefers the morning.',
      undone: false,
    },
  ],
};

export const ANNA_ID = idOf(1);

const account = (role) => ({ id: idOf(71), displayName: 'Tony', role });
export const SIGNED_OUT = { state: 'signed-out' };
export const SECOND_FACTOR = { state: 'second-factor' };
export const CHOOSE = { state: 'set-up', setUpStep: 'choose', account: account('admin') };
export const CODES = { state: 'set-up', setUpStep: 'codes', account: account('admin') };
export const ADMIN = { state: 'signed-in', account: account('admin') };
export const CLIENT = { state: 'signed-in', account: account('client') };

export const TOTP = {
  otpauth:
    'otpauth://totp/Practice:tony%40example.org?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Practice',
  secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
};
export const RECOVERY = {
  recoveryCodes: Array.from({ length: 10 }, (_, index) => ({
    number: index + 1,
    code: `K7QM-${2310 + index}`,
  })),
};
