import { queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';

export type PersonScores =
  paths['/api/people/{personId}/scores']['get']['responses'][200]['content']['application/json'];

export const scoresQuery = (personId: string) =>
  queryOptions({
    queryKey: ['person', personId, 'scores'],
    queryFn: () =>
      answered<PersonScores>(core.GET('/api/people/{personId}/scores', { params: { path: { personId } } })),
  });
