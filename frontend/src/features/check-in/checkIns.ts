import { queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';

type Answer = paths['/api/me/check-ins']['get']['responses'][200]['content']['application/json'];
export type Kept = paths['/api/me/check-ins']['post']['responses'][201]['content']['application/json'];
export type CheckIn = Answer['items'][number];
export interface Trend extends Answer {
  receivedAt: number;
}

export const SPANS = [30, 90, 365] as const;
export type Span = (typeof SPANS)[number];
export const LONGEST_NOTE = 500;
export const ANSWERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

export const TREND_KEY = ['check-ins'] as const;

export const trendQuery = (days: Span) =>
  queryOptions({
    queryKey: [...TREND_KEY, days],
    queryFn: async (): Promise<Trend> => ({
      ...(await answered<Answer>(core.GET('/api/me/check-ins', { params: { query: { days } } }))),
      receivedAt: Date.now(),
    }),
  });

export interface Entry {
  answer: number;
  note: string;
}

const body = ({ answer, note }: Entry) => ({ answer, ...(note.trim() && { note: note.trim() }) });

/** The id is the page's: the same entry sent again, because no answer came, is kept once. */
export function checkIn(id: string, entry: Entry): Promise<Kept> {
  return answered<Kept>(core.POST('/api/me/check-ins', { body: { id, ...body(entry) } }));
}

export function change(checkInId: string, entry: Entry): Promise<unknown> {
  return answered(
    core.POST('/api/me/check-ins/{checkInId}/change', { params: { path: { checkInId } }, body: body(entry) }),
  );
}

export function remove(checkInId: string): Promise<unknown> {
  return answered(core.POST('/api/me/check-ins/{checkInId}/remove', { params: { path: { checkInId } } }));
}

export function askContact(): Promise<unknown> {
  return answered(core.POST('/api/me/contact-requests'));
}
