export const TODAY_NOW = '2026-11-24T15:00:00Z';
const ZONE = 'America/New_York';
const KIM = {
  personId: '0b8f7d52-0000-4000-8000-0000000000c1',
  name: 'Kim Made-up',
  initials: 'KM',
};
export const CARE_ID = '0b8f7d52-0000-4000-8000-0000000000e1';

export const SESSIONS = {
  asOf: TODAY_NOW,
  zone: ZONE,
  items: [
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
  ],
};

export const CARE = {
  ...KIM,
  id: CARE_ID,
  openedAt: '2026-11-24T13:00:00Z',
  dueAt: '2026-11-25T14:00:00Z',
  state: 'open',
  nextSessionAt: '2026-11-24T20:30:00Z',
  content: {
    reasons: ['low-answer'],
    nextStep: 'at-next-session',
    entry: { at: '2026-11-24T13:00:00Z', answer: 3, note: 'A long night', changed: false },
  },
};
export const CARE_PAGE = { asOf: TODAY_NOW, zone: ZONE, items: [CARE] };
export const CARE_FACTS = {
  ...CARE_PAGE,
  items: [{ ...CARE, content: undefined, why: 'unanswered' }],
};
export const CONFIRMATIONS = {
  asOf: TODAY_NOW,
  zone: ZONE,
  known: 800,
  needed: 300,
  usualPercent: 9,
  items: [
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
  ],
};
export const REBOOKS = {
  asOf: TODAY_NOW,
  items: [
    { ...KIM, id: '0b8f7d52-0000-4000-8000-0000000000f1', at: '2026-11-23T15:00:00Z', by: KIM.personId },
  ],
};
const TONYS_ID = '0b8f7d52-0000-4000-8000-0000000000e1';
export const FIRST_CONTACTS = {
  asOf: TODAY_NOW,
  zone: ZONE,
  days: 90,
  waiting: 1,
  medians: [{ accountId: TONYS_ID, enquiries: 9, minutes: 42 }],
  items: [
    { ...KIM, enquiredAt: '2026-11-24T09:00:00Z' },
    { ...KIM, enquiredAt: '2026-11-20T15:00:00Z', minutes: 190, by: TONYS_ID },
    { ...KIM, enquiredAt: '2026-11-12T15:00:00Z', minutes: 4320 },
  ],
};
export const SUMMARY = {
  asOf: TODAY_NOW,
  zone: ZONE,
  freshness: [{ source: 'acuity', state: 'late', fetchedTo: TODAY_NOW }],
  counts: { hot: 2, newHot: 1, warm: 3, watch: 4, snoozed: 0, doneToday: 0 },
  countedTo: 1000,
  newHotSince: '2026-11-23T14:00:00Z',
  callBacksDue: 3,
  nextCallBacks: { count: 2, at: '2026-11-24T19:00:00Z' },
  practitioners: [],
};
export const CLIENTS = {
  asOf: TODAY_NOW,
  zone: ZONE,
  more: false,
  items: [
    {
      ...KIM,
      lastSessionAt: '2026-11-17T20:30:00Z',
      nextSessionAt: '2026-11-24T20:30:00Z',
      sessions: 9,
      held: false,
      recordVersion: 7,
    },
    {
      personId: '0b8f7d52-0000-4000-8000-0000000000c2',
      name: 'Ada Made-up',
      initials: 'AM',
      lastSessionAt: '2026-10-13T20:30:00Z',
      sessions: 3,
      held: true,
      recordVersion: 2,
    },
  ],
};
export const UNCLEAR = {
  asOf: TODAY_NOW,
  zone: ZONE,
  items: [{ ...KIM, bookingId: 3, startsAt: '2026-11-23T20:30:00Z', state: 'unconfirmed', recordVersion: 7 }],
};
export const DANA_ID = '0b8f7d52-0000-4000-8000-0000000000da';
export const PRACTITIONERS = { staff: [], practitioners: [{ id: DANA_ID, name: 'Dana Demo', you: false }] };
export const ABSENCE = {
  id: '0b8f7d52-0000-4000-8000-0000000000ab',
  practitionerId: DANA_ID,
  from: '2026-11-26',
  until: '2026-11-27',
};
export const ABSENCES = { today: '2026-11-24', items: [ABSENCE], withoutAccount: [] };
