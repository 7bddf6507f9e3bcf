import type { EventDetail, HookEvent, Replay } from '@/features/events/events';

export const ZONE = 'America/New_York';
/** Tuesday 24 November 2026, 9:00am in New York. */
export const AS_OF = '2026-11-24T14:00:00Z';

export const eventId = (number: number) => `0193a000-0000-7000-8000-00000000000${number}`;

export function someEvent(number: number, more: Partial<HookEvent> = {}): HookEvent {
  return {
    id: eventId(number),
    state: 'processed',
    receivedAt: '2026-11-24T13:30:00Z',
    count: 1,
    action: 'canceled',
    bookingId: 399682880 + number,
    handledAt: '2026-11-24T13:30:00.4Z',
    attempts: 1,
    ...more,
  };
}

export const CANCELLED = someEvent(3);
export const FAILED: HookEvent = {
  id: eventId(2),
  state: 'failed',
  receivedAt: '2026-11-24T13:20:00Z',
  count: 1,
  action: 'scheduled',
  bookingId: 399682882,
  attempts: 4,
  nextTryAt: '2026-11-24T14:01:00Z',
  causeCode: 'rate-limited',
};
export const REFUSED: HookEvent = {
  id: eventId(1),
  state: 'rejected',
  receivedAt: '2026-11-24T13:10:00Z',
  count: 17,
  attempts: 0,
};

export function pageOf(...items: HookEvent[]) {
  return { asOf: AS_OF, zone: ZONE, items };
}

export function detailOf(event: HookEvent, value: string | null = null): EventDetail {
  return {
    event,
    sent: [
      { name: 'action', value: 'canceled' },
      { name: 'id', value: String(event.bookingId) },
      { name: 'other' },
    ],
    fetched: {
      observationId: eventId(8),
      ticket: 41,
      receivedAt: '2026-11-24T13:30:00.3Z',
      told: 'changed',
      readable: true,
      fields: [
        { name: 'state', personal: false, isEmpty: false, value: 'cancelled' },
        { name: 'startsAt', personal: false, isEmpty: false, value: '2026-11-26T20:30:00Z' },
        { name: 'firstName', personal: true, isEmpty: false, ...(value && { value }) },
        { name: 'phone', personal: true, isEmpty: true },
      ],
      changes: [
        { name: 'state', personal: false, from: 'booked', to: 'cancelled' },
        { name: 'firstName', personal: true, ...(value && { from: 'Ann', to: value }) },
      ],
    },
    outcome: {
      personId: '00000000-0000-4000-8000-000000000001',
      current: true,
      scoreTenths: 340,
      placement: 'listed',
      reasons: [
        {
          rule: 'B1',
          ruleVersion: 1,
          lane: 'lead',
          tenths: 340,
          sentence: { key: 'B1', values: {} },
          evidence: [],
          startsAt: '2026-11-24T13:30:00Z',
          removedBy: ['booking'],
          sourceLate: false,
        },
      ],
    },
  };
}

export function someReplay(more: Partial<Replay> = {}): Replay {
  return {
    id: eventId(9),
    state: 'tried',
    askedAt: AS_OF,
    bookings: 1,
    tried: 1,
    wouldChangeBookings: 1,
    wouldChangeScores: 2,
    unclear: 0,
    asked: 0,
    handled: 0,
    skipped: 0,
    ...more,
  };
}
