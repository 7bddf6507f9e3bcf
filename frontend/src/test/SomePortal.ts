import { answer } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';

export const NOW = '2026-11-24T15:00:00Z';
export const ME = {
  asOf: NOW,
  practiceZone: 'America/New_York',
  practicePhone: '(202) 555-0199',
  bookingPage: 'https://book.example.org/schedule.php?owner=1',
  zone: 'Europe/London',
  textSize: 'usual',
};
export const HELP = { country: 'US', practicePhone: '(202) 555-0199' };

export const checkInAt = (at: string, given: number, more: Record<string, unknown> = {}) => ({
  id: `0b8f7d52-0000-4000-8000-${at.replaceAll(/\D/g, '').slice(0, 12)}`,
  at,
  answer: given,
  changed: false,
  ...more,
});

export const TREND = {
  asOf: NOW,
  days: 30,
  thisWeek: 'lower',
  items: [
    checkInAt('2026-11-02T09:00:00Z', 7),
    checkInAt('2026-11-09T09:00:00Z', 8),
    checkInAt('2026-11-16T09:00:00Z', 7, { usual: 7.5 }),
    checkInAt('2026-11-24T14:00:00Z', 4, {
      usual: 7,
      note: 'A long night',
      changeableUntil: '2026-11-25T14:00:00Z',
    }),
  ],
};

const booking = (id: number, startsAt: string, more: Record<string, unknown> = {}) => ({
  id,
  startsAt,
  durationMinutes: 50,
  typeName: 'Session',
  practitioner: 'Dana Demo',
  state: 'booked',
  joinFrom: new Date(Date.parse(startsAt) - 900_000).toISOString().replace('.000', ''),
  waiting: false,
  ...more,
});

export const BOOKINGS = {
  asOf: NOW,
  practiceZone: 'America/New_York',
  items: [
    booking(1, '2026-11-10T20:30:00Z', { state: 'over' }),
    booking(2, '2026-11-17T20:30:00Z', { state: 'cancelled', cancelledSeenAt: '2026-11-16T11:00:00Z' }),
    booking(3, '2026-11-24T15:10:00Z'),
    booking(4, '2026-12-01T20:30:00Z'),
  ],
};

export const PERMISSIONS = {
  doNotContact: false,
  phone: 'allowed',
  voicemail: 'refused',
  email: 'not-asked',
  sayAs: 'Kim',
};

/** A client who is in, and what every page of theirs asks for. */
export function answerAsClient(): void {
  answer('get', '/auth/session', signedInAs('client'));
  answer('get', '/api/me/erasure', {});
  answer('get', '/api/me', ME);
  answer('get', '/api/help', HELP);
}
