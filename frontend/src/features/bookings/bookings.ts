import { queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';

type Answer = paths['/api/me/bookings']['get']['responses'][200]['content']['application/json'];
export type Booking = Answer['items'][number];
export interface BookingsPage extends Answer {
  receivedAt: number;
}

export const BOOKINGS_KEY = ['own-bookings'] as const;
const WHILE_WAITING_MS = 5_000;

/** While somebody waits for Acuity's word, the page looks again every few seconds. */
export const bookingsQuery = queryOptions({
  queryKey: BOOKINGS_KEY,
  queryFn: async (): Promise<BookingsPage> => ({
    ...(await answered<Answer>(core.GET('/api/me/bookings'))),
    receivedAt: Date.now(),
  }),
  refetchInterval: ({ state }) =>
    state.data?.items.some((booking) => booking.waiting) ? WHILE_WAITING_MS : false,
});

interface Way {
  address: string;
}

export function join(bookingId: number): Promise<Way> {
  return answered<Way>(core.POST('/api/me/bookings/{bookingId}/join', { params: { path: { bookingId } } }));
}

export function beginChange(bookingId: number): Promise<Way> {
  return answered<Way>(core.POST('/api/me/bookings/{bookingId}/change', { params: { path: { bookingId } } }));
}

export function endChange(bookingId: number): Promise<unknown> {
  return answered(core.POST('/api/me/bookings/{bookingId}/change/end', { params: { path: { bookingId } } }));
}

export const calendarOf = (bookingId: number) => `/api/me/bookings/${bookingId}/calendar`;

/** A list for each of the page's parts: what comes next first, what is over or cancelled the latest first. */
export function parted(items: readonly Booking[]) {
  const of = (state: string) => items.filter((booking) => booking.state === state);
  return {
    upcoming: of('booked'),
    past: of('over').toReversed(),
    cancelled: of('cancelled').toReversed(),
  };
}
