import { queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';

type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never;

export type Scoring = Json<paths['/api/scoring']['get']['responses'][200]>;
export type RuleWeight = Scoring['rules'][number];
export type Version = Scoring['versions'][number];
export type Lookback = Json<paths['/api/scoring/lookbacks/{lookbackId}']['get']['responses'][200]>;
export type Found = NonNullable<Lookback['found']>;
export type Share = Found['newest'];

const SCORING_KEY = ['scoring'] as const;

export const scoringQuery = queryOptions({
  queryKey: SCORING_KEY,
  queryFn: () => answered<Scoring>(core.GET('/api/scoring')),
});

const POLL_MS = 700;

/** Asked for once for each set of rules, and again when another version holds. */
export const askedQuery = (version: number, rules: readonly RuleWeight[]) =>
  queryOptions({
    queryKey: ['scoring-lookback', version, JSON.stringify(rules)],
    queryFn: () => answered<Lookback>(core.POST('/api/scoring/lookbacks', { body: { rules: [...rules] } })),
    staleTime: Infinity,
  });

export const isOver = (lookback: Lookback | undefined): boolean =>
  lookback?.state === 'done' || lookback?.state === 'failed';

export const lookbackQuery = (id: string | undefined) =>
  queryOptions({
    queryKey: ['scoring-lookback', id],
    queryFn: () =>
      answered<Lookback>(
        core.GET('/api/scoring/lookbacks/{lookbackId}', { params: { path: { lookbackId: id ?? '' } } }),
      ),
    enabled: id !== undefined,
    staleTime: Infinity,
    refetchInterval: ({ state }) => (isOver(state.data) || state.error ? false : POLL_MS),
  });

export function publish(basedOn: number, rules: readonly RuleWeight[], note: string, lookbackId?: string) {
  return answered<Version>(
    core.POST('/api/scoring/versions', {
      body: { basedOn, rules: [...rules], note, ...(lookbackId && { lookbackId }) },
    }),
  );
}

export const areSame = (one: readonly RuleWeight[], other: readonly RuleWeight[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const MOST = 1000;
const LONGEST_DAYS = 365;

/** What the server would say of a rule, told beside its fields. */
export function faultOf({ tenths, halfLifeDays }: RuleWeight, start: RuleWeight): 'points' | 'days' | null {
  const size = Math.abs(tenths);
  if (Math.sign(tenths) !== Math.sign(start.tenths) || size > MOST) return 'points';
  const isWhole = Number.isInteger(halfLifeDays) && halfLifeDays >= 1 && halfLifeDays <= LONGEST_DAYS;
  return isWhole ? null : 'days';
}
