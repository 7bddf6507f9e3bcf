import { type QueryClient, queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';

import { answered, auth } from '@/api/client';
import type { paths } from '@/api/generated/auth';
import { SESSION_KEY } from '@/api/queries';

type Answer = paths['/auth/session']['get']['responses'][200]['content']['application/json'];
export type Account = NonNullable<Answer['account']>;

/** Where this browser stands, and what it was in the middle of when the server ended that. */
export interface Session extends Answer {
  ended?: Answer['state'];
}

async function askWhereWeStand(client: QueryClient): Promise<Session> {
  const before = client.getQueryData<Session>(SESSION_KEY);
  const now = await answered<Answer>(auth.GET('/auth/session'));
  if (now.state !== 'signed-out' || !before) return now;
  const ended = before.state === 'signed-out' ? before.ended : before.state;
  return ended ? { ...now, ended } : now;
}

export const sessionQuery = queryOptions({
  queryKey: SESSION_KEY,
  queryFn: ({ client }) => askWhereWeStand(client),
  staleTime: 30_000,
});

/** The session, which the gate around every page has already loaded. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

/** Asks the server anew where this browser stands; pages call it after each step of signing in. */
export function useSessionRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.refetchQueries({ queryKey: SESSION_KEY });
}

/** Ends the session on the server only; the gate then leads to the sign-in page. */
export async function endSession(): Promise<void> {
  await answered(auth.POST('/auth/sign-out'));
}

/** Ends the session and loads a fresh page, so that nothing anyone has looked at stays in memory. */
export async function signOut(startPage: string): Promise<void> {
  await endSession();
  leave.to(startPage);
}

/** Full page loads, in one place because tests cannot let them happen. */
export const leave = {
  to(path: string) {
    window.location.assign(path);
  },
};
