import * as z from 'zod/mini';

import { ApiProblem, hasCode } from '@/api/problem';

const answer = z.object({
  recordVersion: z.number(),
  latestKind: z.string(),
  latestAt: z.string(),
  latestBy: z.nullish(z.string()),
  latestByYou: z.nullish(z.boolean()),
});

/** Somebody or something was quicker: what was done last, and the version to repeat one's own act on. */
export type Clash = z.infer<typeof answer>;

export function clashIn(error: unknown): Clash | undefined {
  if (!hasCode(error, 'changed-under-you') || !(error instanceof ApiProblem)) return undefined;
  return z.safeParse(answer, error.answer).data;
}
