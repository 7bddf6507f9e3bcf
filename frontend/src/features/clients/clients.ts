import { queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';

type Answer = paths['/api/clients']['get']['responses'][200]['content']['application/json'];
type MoodAnswer =
  paths['/api/people/{personId}/check-ins']['get']['responses'][200]['content']['application/json'];
export type Client = Answer['items'][number];
export interface ClientsPage extends Answer {
  receivedAt: number;
}

export const CLIENTS_KEY = ['clients'] as const;

export const clientsQuery = queryOptions({
  queryKey: CLIENTS_KEY,
  queryFn: async (): Promise<ClientsPage> => ({
    ...(await answered<Answer>(core.GET('/api/clients'))),
    receivedAt: Date.now(),
  }),
});

/** Each look is recorded, and the client sees that it was made: so it is made once for each time that is asked. */
export const moodQuery = (personId: string) =>
  queryOptions({
    queryKey: ['mood', personId],
    queryFn: async () => ({
      ...(await answered<MoodAnswer>(
        core.GET('/api/people/{personId}/check-ins', { params: { path: { personId }, query: { days: 90 } } }),
      )),
      receivedAt: Date.now(),
    }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export function setHold({ personId, recordVersion }: Client, on: boolean, text: string): Promise<unknown> {
  const body = { on, recordVersion, ...(text.trim() && { text: text.trim() }) };
  return answered(core.POST('/api/leads/{personId}/hold', { params: { path: { personId } }, body }));
}

export function askToRebook({ personId, recordVersion }: Client, text: string): Promise<unknown> {
  const body = { recordVersion, ...(text.trim() && { text: text.trim() }) };
  return answered(
    core.POST('/api/leads/{personId}/rebook-requests', { params: { path: { personId } }, body }),
  );
}
