import { queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';
import { addDays } from '@/lib/days';

type Answer = paths['/api/calendar']['get']['responses'][200]['content']['application/json'];

export type CalendarAnswer = Answer & { receivedAt: number };
export type Column = Answer['calendars'][number];
export type Session = Column['sessions'][number];
export type Busy = Column['busy'][number];
export type Conflict = Column['conflicts'][number];
export type Google = NonNullable<Column['google']>;

const WATCH_EVERY_MS = 60_000;
/** While something is on its way to Google, somebody waits for it. */
const WATCH_CLOSELY_MS = 2_000;

interface Asked {
  from: string;
  days: number;
  calendar?: number | undefined;
}

export const calendarQuery = ({ from, days, calendar }: Asked) =>
  queryOptions({
    queryKey: ['calendar', from, days, calendar ?? 'all'],
    queryFn: async (): Promise<CalendarAnswer> => {
      const query = { from, until: addDays(from, days), ...(calendar !== undefined && { calendar }) };
      const answer = await answered<Answer>(core.GET('/api/calendar', { params: { query } }));
      return { ...answer, receivedAt: Date.now() };
    },
    refetchInterval: ({ state }) => (isSending(state.data) ? WATCH_CLOSELY_MS : WATCH_EVERY_MS),
  });

export function putInGoogle(bookingId: number) {
  return answered(
    core.POST('/api/calendar/sessions/{bookingId}/google', { params: { path: { bookingId } } }),
  );
}

function isSending(answer: CalendarAnswer | undefined): boolean {
  return (
    answer?.calendars.some(({ sessions }) => sessions.some(({ google }) => google === 'sending')) ?? false
  );
}

/** Whether what Google says of a calendar may be taken for when somebody is free. */
export function isKnown(google: Google | null | undefined): boolean {
  return !google || google.state === 'on-time' || google.state === 'late' || google.state === 'not-connected';
}
