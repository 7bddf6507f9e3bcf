import { queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';

type Help = paths['/api/help']['get']['responses'][200]['content']['application/json'];

/** Which numbers are the right ones: the practice's country, which anyone may ask. */
export const helpQuery = queryOptions({
  queryKey: ['help'],
  queryFn: () => answered<Help>(core.GET('/api/help')),
  staleTime: Infinity,
});
