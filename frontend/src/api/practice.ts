import { queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';

export type Practice =
  paths['/api/settings/practice']['get']['responses'][200]['content']['application/json'];

export const PRACTICE_KEY = ['settings', 'practice'] as const;

const HOLDS_MS = 300_000;

/** What the practice decided: asked for once by whoever works there. */
export const practiceQuery = queryOptions({
  queryKey: PRACTICE_KEY,
  queryFn: () => answered<Practice>(core.GET('/api/settings/practice')),
  staleTime: HOLDS_MS,
});
