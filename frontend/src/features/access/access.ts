import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';

import { answered, auth, core } from '@/api/client';
import type { paths } from '@/api/generated/auth';

type Page = paths['/auth/admin/people']['get']['responses'][200]['content']['application/json'];
type Waiting = paths['/auth/admin/invites']['get']['responses'][200]['content']['application/json'];
export type Approvals = paths['/auth/admin/resets']['get']['responses'][200]['content']['application/json'];
export type NewInvite = paths['/auth/admin/invites']['post']['requestBody']['content']['application/json'];
type NewPractice =
  paths['/auth/admin/people/{accountId}/practice']['post']['requestBody']['content']['application/json'];
export type Person = Page['people'][number];
export type Role = Person['role'];
export type OpenSession = Person['sessions'][number];
export type WaitingInvite = Waiting['invites'][number];
export type WaitingReset = Approvals['resets'][number];
export type Card = NonNullable<Approvals['card']>;
/** A link that is shown once, to be handed on. */
export type OnceLink = { link: string; expiresAt: string };

const ACCESS = 'access';
const PEOPLE_KEY = [ACCESS, 'people'] as const;

/** Looking is itself recorded, so nothing is read again unless someone asks or did something. */
const QUIET = { staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

export const peopleQuery = infiniteQueryOptions({
  queryKey: PEOPLE_KEY,
  queryFn: ({ pageParam }) =>
    answered<Page>(
      auth.GET('/auth/admin/people', { params: { query: pageParam ? { behind: pageParam } : {} } }),
    ),
  initialPageParam: '',
  getNextPageParam: ({ people, more }) => (more ? people.at(-1)?.id : undefined),
  select: ({ pages }) => pages.flatMap((page) => page.people),
  ...QUIET,
});

export const invitesQuery = queryOptions({
  queryKey: [ACCESS, 'invites'],
  queryFn: async () => (await answered<Waiting>(auth.GET('/auth/admin/invites'))).invites,
  ...QUIET,
});

export const approvalsQuery = queryOptions({
  queryKey: [ACCESS, 'approvals'],
  queryFn: () => answered<Approvals>(auth.GET('/auth/admin/resets')),
  ...QUIET,
});

/** After an act everything here may look different: who acts on one account, ends its sessions, too. */
export function lookAgain(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: [ACCESS] });
}

const at = (accountId: string) => ({ params: { path: { accountId } } });
const of = (resetId: string) => ({ params: { path: { resetId } } });

export const acts = {
  changeRole: (accountId: string, role: Role) =>
    answered(auth.POST('/auth/admin/people/{accountId}/role', { ...at(accountId), body: { role } })),
  changePractice: (accountId: string, body: NewPractice) =>
    answered(auth.POST('/auth/admin/people/{accountId}/practice', { ...at(accountId), body })),
  inviteClient: (personId: string, body: { displayName: string; email: string }) =>
    answered<OnceLink>(core.POST('/api/people/{personId}/invite', { params: { path: { personId } }, body })),
  lock: (accountId: string) => answered(auth.POST('/auth/admin/people/{accountId}/lock', at(accountId))),
  unlock: (accountId: string) => answered(auth.POST('/auth/admin/people/{accountId}/unlock', at(accountId))),
  endSessions: (accountId: string) =>
    answered(auth.POST('/auth/admin/people/{accountId}/sessions/end', at(accountId))),
  endSession: (accountId: string, sessionId: string) =>
    answered(
      auth.POST('/auth/admin/people/{accountId}/sessions/{sessionId}/end', {
        params: { path: { accountId, sessionId } },
      }),
    ),
  endOwnSession: (sessionId: string) =>
    answered(auth.POST('/auth/me/sessions/{sessionId}/end', { params: { path: { sessionId } } })),
  askForReset: (accountId: string, body: { reason: string; identityCheck: string }) =>
    answered(auth.POST('/auth/admin/people/{accountId}/resets', { ...at(accountId), body })),
  approve: (resetId: string) =>
    answered<OnceLink>(auth.POST('/auth/admin/resets/{resetId}/approve', of(resetId))),
  finish: (resetId: string) =>
    answered<OnceLink>(auth.POST('/auth/admin/resets/{resetId}/finish', of(resetId))),
  stop: (resetId: string) => answered(auth.POST('/auth/admin/resets/{resetId}/stop', of(resetId))),
  readCard: (resetId: string, card: string) =>
    answered(auth.POST('/auth/admin/resets/{resetId}/card', { ...of(resetId), body: { card } })),
  makeCard: () => answered<{ card: string }>(auth.POST('/auth/admin/card')),
  invite: (body: NewInvite) => answered<OnceLink>(auth.POST('/auth/admin/invites', { body })),
  withdraw: (inviteId: string) =>
    answered(auth.POST('/auth/admin/invites/{inviteId}/withdraw', { params: { path: { inviteId } } })),
};
