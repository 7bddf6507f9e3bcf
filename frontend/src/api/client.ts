import createClient from 'openapi-fetch';

import type { paths as AuthPaths } from '@/api/generated/auth';
import type { paths as CorePaths } from '@/api/generated/core';
import { problemFrom, unreachable } from '@/api/problem';

// Looked up at each call, so that tests can put their own network underneath.
const fetchNow = (request: Request) => globalThis.fetch(request);
const options = { baseUrl: window.location.origin, fetch: fetchNow, credentials: 'same-origin' } as const;

export const auth = createClient<AuthPaths>(options);
export const core = createClient<CorePaths>(options);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The data of an answer; every refusal and every lost connection becomes an {@link ApiProblem}. */
export async function answered<T>(call: Promise<Answer<T>>): Promise<T> {
  const answer = await call.catch((cause: unknown) => {
    throw unreachable(cause);
  });
  if (!answer.response.ok) throw problemFrom(answer.response.status, answer.error);
  return answer.data as T;
}
