/** Points travel as whole tenths, so that a sum of reasons is exact; people read them with one digit or rounded. */

/** 253 → "25.3"; −300 → "−30.0" with a real minus sign. */
export function pointsWithTenth(tenths: number): string {
  return (tenths < 0 ? '−' : '') + (Math.abs(tenths) / 10).toFixed(1);
}

/** 461 → 46, 325 → 33: half goes up, once, at the very end. */
export function shownScore(scoreTenths: number): number {
  return Math.floor((scoreTenths + 5) / 10);
}
