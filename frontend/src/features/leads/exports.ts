import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';
import type { LeadsFilter } from '@/features/leads/filters';
import type { PrivacyMode } from '@/lib/privacy';

export type Exported = paths['/api/leads/export']['get']['responses'][200]['content']['application/json'];

function queryOf({ calendar, ...words }: LeadsFilter, privacy: PrivacyMode) {
  return { ...words, privacy, ...(calendar !== undefined && { calendar: String(calendar) }) };
}

/** The list whole, as the server makes it: what is drawn on a screen is only what is in view. */
export function exportList(filter: LeadsFilter, privacy: PrivacyMode): Promise<Exported> {
  return answered<Exported>(core.GET('/api/leads/export', { params: { query: queryOf(filter, privacy) } }));
}

/** Where the browser fetches it as a file by itself. */
export function exportAddress(kind: 'csv' | 'json', filter: LeadsFilter, privacy: PrivacyMode): string {
  const path = kind === 'csv' ? '/api/leads/export.csv' : '/api/leads/export';
  return `${path}?${new URLSearchParams(queryOf(filter, privacy)).toString()}`;
}
