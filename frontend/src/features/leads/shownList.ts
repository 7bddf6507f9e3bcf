import { isMainView, type Lead, type LeadList } from '@/features/leads/leads';
import { shownScore } from '@/lib/points';

/** How many people a newer list shows differently: come, gone, or with another score or other reasons. */
export function countChanges(shown: LeadList, latest: LeadList): number {
  const before = new Map(shown.items.map((lead) => [lead.personId, lead]));
  const after = new Set(latest.items.map(({ personId }) => personId));
  const gone = shown.items.filter(({ personId }) => !after.has(personId)).length;
  const newOrOther = latest.items.filter((lead) => !looksAlike(before.get(lead.personId), lead)).length;
  return gone + newOrOther || (sameOrder(shown, latest) ? 0 : 1);
}

// Most people of two long lists are the very same object: only the others are looked at closely.
function looksAlike(one: Lead | undefined, other: Lead): boolean {
  return one === other || (one !== undefined && looks(one) === looks(other));
}

// What a person can see of a row. Reasons fade by tenths all day; that alone is no change worth a word.
function looks(lead: Lead): string {
  const reasons = lead.reasons.map(({ rule, sourceLate }) => rule + sourceLate);
  return JSON.stringify([shownScore(lead.scoreTenths), lead.band, lead.recordVersion, reasons]);
}

function sameOrder(one: LeadList, other: LeadList): boolean {
  return one.items.every((lead, index) => lead.personId === other.items[index]?.personId);
}

/** The list after one's own act: that person leaves, comes or moves to their new place, nobody else stirs. */
export function withPerson(list: LeadList, personId: string, lead: Lead | undefined): LeadList {
  const index = list.items.findIndex((each) => each.personId === personId);
  if (lead && list.items[index]?.scoreTenths === lead.scoreTenths)
    return { ...list, items: list.items.with(index, lead) };
  const others = index === -1 ? list.items : list.items.toSpliced(index, 1);
  if (!lead) return { ...list, items: others };
  const below = others.findIndex((each) => each.scoreTenths < lead.scoreTenths);
  const place = below === -1 ? others.length : below;
  return { ...list, items: others.toSpliced(place, 0, lead) };
}

/** The list with the pages that a longer one has beyond its own: reading on is not a change. */
export function withFurtherPages(list: LeadList, longer: LeadList): LeadList {
  if (longer.pageCount <= list.pageCount) return list;
  const known = new Set(list.items.map(({ personId }) => personId));
  const last = list.items.at(-1)?.personId;
  const lastIndex = longer.items.findLastIndex(({ personId }) => personId === last);
  if (lastIndex === -1) return list;
  const further = longer.items.slice(lastIndex + 1).filter(({ personId }) => !known.has(personId));
  return {
    ...list,
    items: [...list.items, ...further],
    hasMore: longer.hasMore,
    pageCount: longer.pageCount,
  };
}

/** A newer list with the people below it who were shown already: it was asked for as far as someone looks, no further. */
export function withTail(newest: LeadList, shown: LeadList): LeadList {
  const last = newest.items.at(-1);
  if (!last || !newest.hasMore || !isMainView(newest)) return newest;
  const known = new Set(newest.items.map(({ personId }) => personId));
  // Whoever would stand above the end of the newer list, and does not, has left.
  const tail = shown.items.filter((lead) => !known.has(lead.personId) && isBelow(lead, last));
  return { ...newest, items: [...newest.items, ...tail] };
}

function isBelow(lead: Lead, other: Lead): boolean {
  if (lead.scoreTenths !== other.scoreTenths) return lead.scoreTenths < other.scoreTenths;
  return (lead.waitingSince ?? '') > (other.waitingSince ?? '');
}

export function find(list: LeadList, personId: string | undefined): Lead | undefined {
  // Nobody is looked for at each key while nobody is open: not through ten thousand people.
  return personId === undefined ? undefined : list.items.find((lead) => lead.personId === personId);
}

/** Who is worked on next once this person has left: the one below, or the last. */
export function neighbourOf(list: LeadList, personId: string): string | undefined {
  const index = list.items.findIndex((lead) => lead.personId === personId);
  return (list.items[index + 1] ?? list.items[index - 1])?.personId;
}
