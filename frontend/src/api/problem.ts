import * as z from 'zod/mini';

const problemJson = z.object({
  code: z.string(),
  requestId: z.nullish(z.string()),
  retryAt: z.nullish(z.string()),
  reason: z.nullish(z.string()),
});

/** A refusal as the servers word it (RFC 9457): a stable code and a reference number, never a person's data. */
export class ApiProblem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly requestId?: string | null,
    readonly retryAt?: string | null,
    readonly reason?: string | null,
    options?: ErrorOptions,
    /** All of it, for the feature that knows what else its own refusals say. */
    readonly answer?: unknown,
  ) {
    super(code, options);
    this.name = 'ApiProblem';
  }
}

export function problemFrom(status: number, body: unknown): ApiProblem {
  const read = z.safeParse(problemJson, body);
  if (!read.success) return new ApiProblem('unknown', status);
  const { code, requestId, retryAt, reason } = read.data;
  return new ApiProblem(code, status, requestId, retryAt, reason, undefined, body);
}

export function unreachable(cause: unknown): ApiProblem {
  return new ApiProblem('unreachable', 0, undefined, undefined, undefined, { cause });
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof ApiProblem && error.code === code;
}
