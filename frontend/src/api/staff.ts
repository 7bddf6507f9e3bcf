import { queryOptions } from '@tanstack/react-query';

import { answered, auth } from '@/api/client';
import type { paths } from '@/api/generated/auth';

type Answer = paths['/auth/admin/staff']['get']['responses'][200]['content']['application/json'];
export type Colleague = Answer['staff'][number];

/** Who works here, for administrators. */
export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: () => answered<Answer>(auth.GET('/auth/admin/staff')),
  staleTime: 300_000,
});

export const NOBODY_YET: Answer = { staff: [], practitioners: [] };
