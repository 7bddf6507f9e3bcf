import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';

type Page = paths['/api/events']['get']['responses'][200]['content']['application/json'];

export type HookEvent = Page['items'][number];
export type EventDetail =
  paths['/api/events/{eventId}']['get']['responses'][200]['content']['application/json'];
export type Fetched = NonNullable<EventDetail['fetched']>;
export type Replay = paths['/api/replays/{replayId}']['get']['responses'][200]['content']['application/json'];
type NewReplay = paths['/api/replays']['post']['requestBody']['content']['application/json'];

export const STATES = ['received', 'processed', 'duplicate', 'failed', 'kept', 'rejected'] as const;
export const ACTIONS = [
  'scheduled',
  'rescheduled',
  'canceled',
  'changed',
  'order-completed',
  'meeting-started',
  'meeting-ended',
  'participant-joined',
  'participant-left',
  'unknown',
] as const;

/** What is listed; it stands in the address, so that a list can be kept and sent. */
export interface EventFilters {
  state?: string;
  action?: string;
  booking?: number;
}

/** The events as one answer, however many pages they came in. */
export interface EventList {
  items: readonly HookEvent[];
  zone: string;
  asOf: string;
  receivedAt: number;
}

export const EVENTS_KEY = ['events'] as const;
const PAGE_SIZE = 50;
const WATCH_EVERY_MS = 2_000;

export const eventsQuery = (filters: EventFilters) =>
  infiniteQueryOptions({
    queryKey: [...EVENTS_KEY, filters],
    queryFn: async ({ pageParam }) => {
      const query = { limit: PAGE_SIZE, ...filters, ...(pageParam && { after: pageParam }) };
      const page = await answered<Page>(core.GET('/api/events', { params: { query } }));
      return { ...page, receivedAt: Date.now() };
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    select: ({ pages }): EventList | null => {
      const newest = pages[0];
      return newest ? { ...newest, items: pages.flatMap(({ items }) => items) } : null;
    },
  });

/** Opening one is a logged view, so it is fetched when someone opens it and when its row has changed. */
export const eventQuery = (eventId: string, state: string | undefined) =>
  queryOptions({
    queryKey: ['event', eventId, state],
    queryFn: () =>
      answered<EventDetail>(core.GET('/api/events/{eventId}', { params: { path: { eventId } } })),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });

export const replayQuery = (replayId: string) =>
  queryOptions({
    queryKey: ['replay', replayId],
    queryFn: () => answered<Replay>(core.GET('/api/replays/{replayId}', { params: { path: { replayId } } })),
    staleTime: WATCH_EVERY_MS,
    refetchInterval: ({ state }) =>
      state.data && ['tried', 'done'].includes(state.data.state) ? false : WATCH_EVERY_MS,
  });

export const reveal = ({ eventId, reason }: { eventId: string; reason: string }) =>
  answered<EventDetail>(
    core.POST('/api/events/{eventId}/reveal', { params: { path: { eventId } }, body: { reason } }),
  );

export const startReplay = (body: NewReplay) => answered<Replay>(core.POST('/api/replays', { body }));

export const runReplay = (replayId: string) =>
  answered<Replay>(core.POST('/api/replays/{replayId}/run', { params: { path: { replayId } } }));
