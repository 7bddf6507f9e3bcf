/** What the address says of which entries are meant: ids, words and days, never a person. */
export interface AuditSearch {
  person?: string;
  actor?: string;
  act?: string;
  /** The first and the last day meant, as the practice's calendar has them. */
  from?: string;
  to?: string;
}

const SHAPES: Record<keyof AuditSearch, RegExp> = {
  person: /^[0-9a-f-]{36}$/,
  actor: /^[a-z0-9.-]{1,64}$/,
  act: /^[a-z0-9.-]{1,64}$/,
  from: /^\d{4}-\d{2}-\d{2}$/,
  to: /^\d{4}-\d{2}-\d{2}$/,
};
const NAMES = Object.keys(SHAPES) as (keyof AuditSearch)[];

/** Whatever else an address holds is left out. */
export function auditSearch(search: Record<string, unknown>): AuditSearch {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = search[name];
      return typeof value === 'string' && SHAPES[name].test(value) ? [[name, value]] : [];
    }),
  );
}

export function isFiltered(search: AuditSearch): boolean {
  return NAMES.some((name) => search[name] !== undefined);
}
