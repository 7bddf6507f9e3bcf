const NOW = '2026-11-24T14:00:00Z';
const ZONE = 'America/New_York';

const lead = (personId: string, name: string) => ({
  personId,
  name,
  initials: name
    .split(' ')
    .map((word) => word[0])
    .join(''),
  scoreTenths: 0,
  reasons: [],
  recordVersion: 3,
});

export const ANA = '00000000-0000-4000-8000-00000000000a';
export const BEN = '00000000-0000-4000-8000-00000000000b';

export const EVERYBODY = {
  hits: [
    { lead: lead(ANA, 'Ana Reyes'), why: { key: 'listed', values: {} } },
    { lead: lead(BEN, 'Ben Okafor'), why: { key: 'listed', values: {} } },
  ],
};

const record = (id: string, personId: string, more: object = {}) => ({
  id,
  personId,
  source: 'acuity',
  name: 'Ana Reyes',
  email: 'home@example.org',
  since: '2026-10-24T14:00:00Z',
  bookings: 4,
  lastBooking: '2026-11-20T15:00:00Z',
  crmRecords: 0,
  ...more,
});

export const RECORDS = {
  asOf: NOW,
  zone: ZONE,
  items: [
    record('00000000-0000-4000-8000-0000000000a1', ANA),
    record('00000000-0000-4000-8000-0000000000a2', ANA, {
      source: 'zoho',
      phone: '+12025550101',
      bookings: 0,
      lastBooking: undefined,
      crmRecords: 1,
    }),
  ],
};

export const FAMILY = {
  id: '00000000-0000-4000-8000-0000000000f1',
  state: 'open',
  agrees: ['email'],
  differs: ['name'],
  likeness: 'family',
  one: record('00000000-0000-4000-8000-0000000000a1', ANA),
  other: record('00000000-0000-4000-8000-0000000000b1', BEN, {
    name: 'Ben Reyes',
    source: 'zoho',
    crmRecords: 1,
  }),
  decisions: 0,
};

export const DECIDED = {
  ...FAMILY,
  id: '00000000-0000-4000-8000-0000000000f2',
  state: 'same',
  decisions: 1,
  decidedBy: ANA,
  decidedAt: '2026-11-23T14:00:00Z',
};

export const matches = (...items: object[]) => ({ asOf: NOW, zone: ZONE, items, waiting: items.length });
