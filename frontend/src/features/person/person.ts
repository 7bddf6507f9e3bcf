import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';

type Answer<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer B } } } };
}
  ? B
  : never;

export type PersonHead = Answer<'/api/people/{personId}'>;
export type TimelinePage = Answer<'/api/people/{personId}/timeline'>;
export type TimelineItem = TimelinePage['items'][number];
/** An item of the timeline; of a check-in, what they answered. */
export type Told = TimelineItem & { answer?: number };
export type StripPage = Answer<'/api/people/{personId}/attendance'>;
export type SessionShown = StripPage['sessions'][number];

export const PERSON_KEY = ['person'] as const;

const paramsOf = (personId: string, before?: string) => ({
  params: { path: { personId }, query: before ? { before } : {} },
});

/** Each of the three is a view that is logged, so none is read again by itself. */
const onceAsked = { staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

export const headQuery = (personId: string) =>
  queryOptions({
    queryKey: [...PERSON_KEY, personId, 'head'],
    queryFn: async () => {
      const head = await answered<PersonHead>(
        core.GET('/api/people/{personId}', { params: { path: { personId } } }),
      );
      return { ...head, receivedAt: Date.now() };
    },
    ...onceAsked,
  });

export const timelineQuery = (personId: string) =>
  infiniteQueryOptions({
    queryKey: [...PERSON_KEY, personId, 'timeline'],
    queryFn: ({ pageParam }) =>
      answered<TimelinePage>(core.GET('/api/people/{personId}/timeline', paramsOf(personId, pageParam))),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    ...onceAsked,
  });

export const stripQuery = (personId: string) =>
  infiniteQueryOptions({
    queryKey: [...PERSON_KEY, personId, 'attendance'],
    queryFn: ({ pageParam }) =>
      answered<StripPage>(core.GET('/api/people/{personId}/attendance', paramsOf(personId, pageParam))),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    ...onceAsked,
  });

export interface Said {
  bookingId: number;
  came: boolean;
  recordVersion: number;
}

export function sayAttendance(personId: string, body: Said) {
  return answered(core.POST('/api/people/{personId}/attendance', { params: { path: { personId } }, body }));
}
