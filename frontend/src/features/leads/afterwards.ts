import { type LeadsFilter, NOBODY, viewOf } from '@/features/leads/filters';
import type { Lead } from '@/features/leads/leads';

/** Contacted people leave the list; a score that keeps them there comes with the next answer. */
export function afterOutcome(lead: Lead, filter: LeadsFilter): Lead | undefined {
  return viewOf(filter) === 'listed' ? undefined : lead;
}

export function afterSnooze(
  lead: Lead,
  filter: LeadsFilter,
  values: { until?: string; by?: string },
): Lead | undefined {
  if (viewOf(filter) === 'listed') return undefined;
  return { ...lead, placement: { state: 'off-the-list', causes: [{ key: 'snoozed', values }] } };
}

export function afterWaking(lead: Lead, filter: LeadsFilter): Lead | undefined {
  return viewOf(filter) === 'snoozed' ? undefined : lead;
}

export function isSnoozed({ placement }: Lead): boolean {
  return placement.causes.some(({ key }) => key === 'snoozed');
}

export function afterOwner(lead: Lead, filter: LeadsFilter, owner?: string): Lead | undefined {
  if (filter.owner && filter.owner !== (owner ?? NOBODY)) return undefined;
  const { owner: _, ...rest } = lead;
  return { ...rest, ...(owner && { owner }) };
}
