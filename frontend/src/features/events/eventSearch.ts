import type { EventFilters } from '@/features/events/events';

/** What the address of the page holds: the filters, the event opened, the replay watched. Ids only. */
export interface EventSearch extends EventFilters {
  event?: string;
  replay?: string;
}

export function eventSearch(given: Record<string, unknown>): EventSearch {
  const search: EventSearch = {};
  for (const name of ['state', 'action', 'event', 'replay'] as const) {
    const value = given[name];
    if (typeof value === 'string' && value) search[name] = value;
  }
  const booking = Number(given['booking']);
  if (Number.isSafeInteger(booking) && booking > 0) search.booking = booking;
  return search;
}

export function filtersOf({ state, action, booking }: EventSearch): EventFilters {
  return { ...(state && { state }), ...(action && { action }), ...(booking && { booking }) };
}
