import createClient from 'openapi-fetch';

import type { paths as AuthPaths } from '@/api/generated/auth';
import type { paths as CorePaths } from '@/api/generated/core';
import { hasCode, problemFrom, unreachable } from '@/api/problem';

let proveAgain: () => Promise<boolean> = () => Promise.resolve(false);

/** What to do about the one refusal that the person at the screen can lift: afterwards the request is sent again. */
export function onStepUpRequired(prove: () => Promise<boolean>): void {
  proveAgain = prove;
}

async function isStepUpRequired(answer: Response): Promise<boolean> {
  if (answer.status !== 403) return false;
  const body: unknown = await answer
    .clone()
    .json()
    .catch(() => null);
  return hasCode(problemFrom(answer.status, body), 'step-up-required');
}

// Looked up at each call, so that tests can put their own network underneath.
async function fetchNow(request: Request): Promise<Response> {
  // A request without a body can be sent twice as it is, and most are such: copying one costs as much as sending it.
  const again = request.method === 'GET' ? request : request.clone();
  const answer = await globalThis.fetch(request);
  const isToRepeat = (await isStepUpRequired(answer)) && (await proveAgain());
  return isToRepeat ? globalThis.fetch(again) : answer;
}

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
