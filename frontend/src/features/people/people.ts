import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';

type PeoplePage = paths['/api/people']['get']['responses'][200]['content']['application/json'];
type FoundPeople = paths['/api/people/search']['post']['responses'][200]['content']['application/json'];
type RecordPage =
  paths['/api/people/{personId}/records']['get']['responses'][200]['content']['application/json'];
type MatchPage = paths['/api/matches']['get']['responses'][200]['content']['application/json'];

export type Hit = PeoplePage['hits'][number];
export type KnownRecord = RecordPage['items'][number];
export type Match = MatchPage['items'][number];
export type Verdict = 'same' | 'different' | 'not-sure';
export type View = 'waiting' | 'decided';

/** The practice's zone and time, in which everything here is told. */
export interface Clock {
  zone: string;
  now: number;
}

export const everybodyQuery = infiniteQueryOptions({
  queryKey: ['people', 'everybody'],
  queryFn: ({ pageParam }) =>
    answered<PeoplePage>(
      core.GET('/api/people', { params: { query: pageParam ? { after: pageParam } : {} } }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
});

/** What was typed travels in the body and is forgotten with the answer. */
export const foundQuery = (text: string) =>
  queryOptions({
    queryKey: ['people', 'found', text],
    queryFn: () => answered<FoundPeople>(core.POST('/api/people/search', { body: { text } })),
    gcTime: 0,
  });

export const recordsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['people', 'records', personId],
    queryFn: () =>
      answered<RecordPage>(core.GET('/api/people/{personId}/records', { params: { path: { personId } } })),
  });

export const MATCHES_KEY = ['matches'] as const;

export const matchesQuery = (view: View) =>
  infiniteQueryOptions({
    queryKey: [...MATCHES_KEY, view],
    queryFn: ({ pageParam }) =>
      answered<MatchPage>(
        core.GET('/api/matches', { params: { query: { view, ...(pageParam && { after: pageParam }) } } }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

/** @param match as it was shown: a decision made meanwhile by another is never written over unseen */
export function decide({ id, decisions }: Match, verdict: Verdict): Promise<unknown> {
  return answered(
    core.POST('/api/matches/{matchId}/decision', {
      params: { path: { matchId: id } },
      body: { verdict, decisions },
    }),
  );
}

export function splitOff(personId: string, recordId: string): Promise<unknown> {
  return answered(
    core.POST('/api/people/{personId}/records/{recordId}/split', {
      params: { path: { personId, recordId } },
    }),
  );
}
