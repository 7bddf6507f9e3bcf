export const VIEWS = ['listed', 'new-hot', 'snoozed', 'done-today'] as const;
export const BANDS = ['hot', 'warm', 'watch'] as const;
/** The reasons that bring someone onto the list; those that only add to one of them are no use as a filter. */
export const RULES = ['P1', 'R1', 'R2', 'R3', 'B1', 'B3', 'B5', 'E2'] as const;
export const NOBODY = 'none';

export type View = (typeof VIEWS)[number];

/** Which part of the list is shown. It stands in the address, so it holds ids and words only, never a person's name. */
export interface LeadsFilter {
  view?: View;
  owner?: string;
  band?: (typeof BANDS)[number];
  reason?: string;
  calendar?: number;
}

/** What the address of the page says: the filter, and who is open. */
export interface LeadsSearch extends LeadsFilter {
  person?: string;
}

const ID = /^[0-9a-f-]{36}$/i;
const RULE = /^[A-Z][0-9]$/;

/** Takes from an address what is ours; anything else in it is left out, not refused. */
export function readSearch(raw: Record<string, unknown>): LeadsSearch {
  const { person, view, owner, band, reason, calendar } = raw;
  const other = VIEWS.find((each) => each === view && each !== 'listed');
  const isOwner = typeof owner === 'string' && (owner === NOBODY || ID.test(owner));
  const knownBand = other ? undefined : BANDS.find((each) => each === band);
  return {
    ...(typeof person === 'string' && ID.test(person) && { person }),
    ...(other && { view: other }),
    ...(isOwner && { owner }),
    ...(knownBand && { band: knownBand }),
    ...(typeof reason === 'string' && RULE.test(reason) && { reason }),
    ...(typeof calendar === 'number' && { calendar }),
  };
}

export function filterOf(search: LeadsSearch): LeadsFilter {
  const { person: _, ...filter } = search;
  return filter;
}

export function viewOf(filter: LeadsFilter): View {
  return filter.view ?? 'listed';
}

/** Whether people may be missing because of a choice that can be cleared; a view alone leaves nobody out. */
export function isNarrowed({ owner, band, reason, calendar }: LeadsFilter): boolean {
  return [owner, band, reason, calendar].some((each) => each !== undefined);
}
