import { type LeadsFilter, NOBODY, viewOf } from '@/features/leads/filters';
import type { Lead } from '@/features/leads/leads';

/** The views of people who are on the list; the others are of what was done with them. */
function isOfTheList(filter: LeadsFilter): boolean {
  return viewOf(filter) === 'listed' || viewOf(filter) === 'new-hot';
}

/** Contacted people leave the list; a score that keeps them there comes with the next answer. */
export function afterOutcome(lead: Lead, filter: LeadsFilter): Lead | undefined {
  return isOfTheList(filter) ? undefined : lead;
}

export function afterSnooze(
  lead: Lead,
  filter: LeadsFilter,
  values: { until?: string; by?: string },
): Lead | undefined {
  if (isOfTheList(filter)) return undefined;
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
