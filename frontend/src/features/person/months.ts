import type { Told } from '@/features/person/person';

export interface Month {
  /** As `2026-11`, where the practice is. */
  key: string;
  items: Told[];
}

/** Items as they come, newest first, under the month they happened in. */
export function byMonth(items: readonly Told[], monthOf: (at: string) => string): Month[] {
  const months: Month[] = [];
  for (const item of items) {
    const key = monthOf(item.at);
    const last = months.at(-1);
    if (last?.key === key) last.items.push(item);
    else months.push({ key, items: [item] });
  }
  return months;
}

export const LANES = [
  'bookings',
  'moves',
  'cancellations',
  'attendance',
  'crm',
  'outcomes',
  'notes',
] as const;
export type Lane = (typeof LANES)[number];
