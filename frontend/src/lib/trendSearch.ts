export type TrendDays = 30 | 90 | 365;

/** How far back a trend looks, from an address that anybody may have written. */
export function trendSearch({ days }: Record<string, unknown>): { days: TrendDays } {
  return { days: days === 90 || days === 365 ? days : 30 };
}
