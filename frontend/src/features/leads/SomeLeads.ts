import type { Lead, LeadDetail, Reason } from '@/features/leads/leads';

export const ZONE = 'America/New_York';
/** Tuesday 24 November 2026, 9:00am in New York. */
export const AS_OF = '2026-11-24T14:00:00Z';

export const personId = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;

export function someReason(rule: string, tenths: number, values: Reason['sentence']['values']): Reason {
  return {
    key: `${rule}:399682887`,
    rule,
    ruleVersion: 1,
    lane: 'lead',
    tenths,
    sentence: { key: rule, values },
    evidence: [{ source: 'acuity', recordId: '399682887', receivedAt: '2026-11-21T15:00:00Z' }],
    startsAt: '2026-11-21T15:00:00Z',
    halfLifeDays: 7,
    removedBy: ['booking'],
    sourceLate: false,
  };
}

/** The worked example: a weekly client, cancelled three days ago with 6 hours' notice, last here ten days ago. */
export const ANNA: Lead = {
  rank: 1,
  personId: personId(1),
  name: 'Anna Rivera',
  initials: 'A. R.',
  scoreTenths: 461,
  band: 'hot',
  reasons: [
    someReason('B1', 253, {
      startsAt: '2026-11-21T20:30:00Z',
      cancelledTo: '2026-11-21T14:30:00Z',
      noticeHours: 6,
    }),
    someReason('B2', 59, { noticeHoursAtMost: 6 }),
    someReason('R2', 149, { lastSessionAt: '2026-11-14T20:30:00Z', usualGapDays: 7 }),
  ],
  waitingSince: '2026-11-21T14:00:00Z',
  lastContactAt: '2026-11-14T14:00:00Z',
  practitioner: 'Dr Lee',
  placement: { state: 'listed', causes: [] },
  recordVersion: 3,
};

export const BEN: Lead = {
  rank: 2,
  personId: personId(2),
  name: 'Ben Okafor',
  initials: 'B. O.',
  scoreTenths: 325,
  band: 'warm',
  reasons: [someReason('R1', 325, { sessionAt: '2026-11-19T16:00:00Z' })],
  waitingSince: '2026-11-19T16:00:00Z',
  placement: { state: 'listed', causes: [] },
  recordVersion: 1,
};

export const CARA: Lead = {
  rank: 3,
  personId: personId(3),
  name: 'Cara Whitfield',
  initials: 'C. W.',
  scoreTenths: 120,
  band: 'watch',
  reasons: [someReason('B1', 120, { startsAt: '2026-11-10T15:00:00Z', cancelledTo: '2026-11-10T15:00:00Z' })],
  placement: { state: 'listed', causes: [] },
  recordVersion: 5,
};

/** Who works here, with ids as they stand in owners and acts. */
export const TONY = { id: '00000000-0000-4000-8000-000000000071', name: 'Tony', you: true };
export const ROB = { id: '00000000-0000-4000-8000-000000000072', name: 'Rob', you: false };

export const SUMMARY = {
  asOf: AS_OF,
  counts: { hot: 1, newHot: 1, warm: 1, watch: 1, snoozed: 4, doneToday: 7 },
  countedTo: 1000,
  newHotSince: '2026-11-23T14:00:00Z',
  callBacksDue: 3,
  nextCallBacks: { count: 2, at: '2026-11-24T19:00:00Z' },
  practitioners: [{ calendarId: 7, name: 'Dr Lee' }],
};

export const BOOKING_LINK = 'https://practice.example.org/book?appointmentType=1&calendarID=7';

/** Her usual hour, free next week. */
export const SLOTS = {
  asOf: AS_OF,
  state: 'loaded',
  items: [
    {
      startsAt: '2026-11-28T20:30:00Z',
      durationMinutes: 50,
      practitioner: 'Dr Lee',
      typeName: 'Session',
      bookable: true,
      sentence: { key: 'slot.usual-hour', values: { startsAt: '2026-11-28T20:30:00Z' } },
    },
  ],
};

export function listOf(...items: Lead[]) {
  return {
    asOf: AS_OF,
    version: 1,
    zone: ZONE,
    freshness: [{ source: 'acuity', state: 'on-time' as const, fetchedTo: '2026-11-24T13:41:00Z' }],
    items,
  };
}

export function detailOf(lead: Lead, more: Partial<LeadDetail> = {}): LeadDetail {
  return {
    lead,
    placement: { state: 'listed', causes: [] },
    bookingLink: BOOKING_LINK,
    contact: {
      doNotContact: false,
      phone: '+1 555 0100',
      email: 'person@example.org',
      channels: [
        { kind: 'phone', permission: 'not-asked' },
        { kind: 'email', permission: 'refused' },
      ],
    },
    bookings: [
      {
        id: 399682887,
        startsAt: '2026-11-21T20:30:00Z',
        durationMinutes: 50,
        typeName: 'Session',
        practitioner: 'Dr Lee',
        state: 'cancelled',
        cancellationExact: true,
        cancelledByUs: false,
      },
    ],
    outcomes: [],
    acts: [],
    crm: [],
    ...more,
  };
}
