import type { Lead, LeadList } from '@/features/leads/leads';
import { shownScore } from '@/lib/points';

/** How many people a newer list shows differently: come, gone, or with another score or other reasons. */
export function countChanges(shown: LeadList, latest: LeadList): number {
  const before = new Map(shown.items.map((lead) => [lead.personId, looks(lead)]));
  const after = new Map(latest.items.map((lead) => [lead.personId, looks(lead)]));
  const gone = [...before.keys()].filter((id) => !after.has(id)).length;
  const newOrOther = [...after].filter(([id, look]) => before.get(id) !== look).length;
  return gone + newOrOther || (sameOrder(shown, latest) ? 0 : 1);
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
  const others = list.items.filter((each) => each.personId !== personId);
  if (!lead) return { ...list, items: others };
  const below = others.findIndex((each) => each.scoreTenths < lead.scoreTenths);
  const place = below === -1 ? others.length : below;
  return { ...list, items: others.toSpliced(place, 0, lead) };
}

export function find(list: LeadList, personId: string | undefined): Lead | undefined {
  return list.items.find((lead) => lead.personId === personId);
}

/** Who is worked on next once this person has left: the one below, or the last. */
export function neighbourOf(list: LeadList, personId: string): string | undefined {
  const index = list.items.findIndex((lead) => lead.personId === personId);
  return (list.items[index + 1] ?? list.items[index - 1])?.personId;
}
