import { queryOptions } from '@tanstack/react-query';

import { answered, auth, core } from '@/api/client';
import type { paths as AuthPaths } from '@/api/generated/auth';
import type { paths } from '@/api/generated/core';

type Json<R> = R extends { content: { 'application/json': infer T } } ? T : never;
type Got<P extends keyof paths> = paths[P] extends { get: { responses: { 200: infer R } } } ? Json<R> : never;

export type Sessions = Got<'/api/today/sessions'> & { receivedAt: number };
export type Session = Sessions['items'][number];
export type CarePage = Got<'/api/care'> & { receivedAt: number };
export type Care = CarePage['items'][number];
export type CareContent = NonNullable<Care['content']>;
export type Confirmations = Got<'/api/today/confirmations'> & { receivedAt: number };
export type ToConfirm = Confirmations['items'][number];
export type FirstContacts = Got<'/api/today/first-contacts'> & { receivedAt: number };
export type FirstContact = FirstContacts['items'][number];
export type UnclearPage = Got<'/api/today/attendance'> & { receivedAt: number };
export type Unclear = UnclearPage['items'][number];
export type Absences = Got<'/api/absences'>;
export type Absence = Absences['items'][number];
export type Rebooks = Got<'/api/rebook-requests'> & { receivedAt: number };

const TODAY = 'today';
export const CARE_KEY = [TODAY, 'care'] as const;
/** Nobody is told of what happens here by the list's stream: the page looks by itself. */
const LOOK_EVERY_MS = 60_000;

const received = <T extends object>(answer: T) => ({ ...answer, receivedAt: Date.now() });

export const sessionsQuery = queryOptions({
  queryKey: [TODAY, 'sessions'],
  queryFn: async (): Promise<Sessions> =>
    received(await answered<Got<'/api/today/sessions'>>(core.GET('/api/today/sessions'))),
  refetchInterval: LOOK_EVERY_MS,
});

export const careQuery = queryOptions({
  queryKey: CARE_KEY,
  queryFn: async (): Promise<CarePage> => received(await answered<Got<'/api/care'>>(core.GET('/api/care'))),
  refetchInterval: LOOK_EVERY_MS,
});

export const confirmationsQuery = queryOptions({
  queryKey: [TODAY, 'confirmations'],
  queryFn: async (): Promise<Confirmations> =>
    received(await answered<Got<'/api/today/confirmations'>>(core.GET('/api/today/confirmations'))),
  refetchInterval: LOOK_EVERY_MS,
});

export const firstContactsQuery = queryOptions({
  queryKey: [TODAY, 'first-contacts'],
  queryFn: async (): Promise<FirstContacts> =>
    received(await answered<Got<'/api/today/first-contacts'>>(core.GET('/api/today/first-contacts'))),
  refetchInterval: LOOK_EVERY_MS,
});

export const UNCLEAR_KEY = [TODAY, 'unclear'] as const;

export const unclearQuery = queryOptions({
  queryKey: UNCLEAR_KEY,
  queryFn: async (): Promise<UnclearPage> =>
    received(await answered<Got<'/api/today/attendance'>>(core.GET('/api/today/attendance'))),
  refetchInterval: LOOK_EVERY_MS,
});

export function sayAttendance({ personId, bookingId, recordVersion }: Unclear, came: boolean) {
  const body = { bookingId, came, recordVersion };
  return answered(core.POST('/api/people/{personId}/attendance', { params: { path: { personId } }, body }));
}

export const ABSENCES_KEY = [TODAY, 'absences'] as const;

export const absencesQuery = queryOptions({
  queryKey: ABSENCES_KEY,
  queryFn: () => answered<Absences>(core.GET('/api/absences')),
  refetchInterval: LOOK_EVERY_MS,
});

export interface Away {
  practitionerId?: string;
  /** In its place, of a practitioner without an account. */
  calendarId?: number;
  from: string;
  until: string;
}

export function setAway(body: Away): Promise<unknown> {
  return answered(core.POST('/api/absences', { body }));
}

export function endAway(absenceId: string): Promise<unknown> {
  return answered(core.POST('/api/absences/{absenceId}/end', { params: { path: { absenceId } } }));
}

export const rebooksQuery = queryOptions({
  queryKey: [TODAY, 'rebooks'],
  queryFn: async (): Promise<Rebooks> =>
    received(await answered<Got<'/api/rebook-requests'>>(core.GET('/api/rebook-requests'))),
  refetchInterval: LOOK_EVERY_MS,
});

export const summaryQuery = queryOptions({
  queryKey: [TODAY, 'summary'],
  queryFn: async () => received(await answered<Got<'/api/leads/summary'>>(core.GET('/api/leads/summary'))),
  refetchInterval: LOOK_EVERY_MS,
});

type Resets = AuthPaths['/auth/admin/resets']['get']['responses'][200]['content']['application/json'];

/** How much waits for a second administrator, wherever it is decided. */
export const approvalsQuery = queryOptions({
  queryKey: [TODAY, 'approvals'],
  queryFn: async () => {
    const [{ resets }, { items, wishes }] = await Promise.all([
      answered<Resets>(auth.GET('/auth/admin/resets')),
      answered<Got<'/api/erasures'>>(core.GET('/api/erasures')),
    ]);
    return resets.length + items.filter(({ state }) => state === 'asked').length + wishes.length;
  },
  refetchInterval: LOOK_EVERY_MS,
});

/** Asked for by a click alone: it shows how somebody is, and is recorded. */
export function openCare(careId: string): Promise<Care> {
  return answered<Care>(core.GET('/api/care/{careId}', { params: { path: { careId } } }));
}

export function acknowledge(careId: string): Promise<unknown> {
  return answered(core.POST('/api/care/{careId}/acknowledge', { params: { path: { careId } } }));
}

export const STEPS = ['spoke', 'left-message', 'at-next-session', 'handed-over', 'no-need'] as const;

export function close(careId: string, step: string, note: string): Promise<unknown> {
  const body = { step, ...(note.trim() && { note: note.trim() }) };
  return answered(core.POST('/api/care/{careId}/close', { params: { path: { careId } }, body }));
}
