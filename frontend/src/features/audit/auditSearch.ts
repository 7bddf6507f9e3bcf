/** What the address says of which entries are meant: ids, words and days, never a person. */
export interface AuditSearch {
  person?: string | undefined;
  actor?: string | undefined;
  act?: string | undefined;
  /** The first and the last day meant, as the practice's calendar has them. */
  from?: string | undefined;
  to?: string | undefined;
}

const SHAPES: Record<keyof AuditSearch, RegExp> = {
  person: /^[0-9a-f-]{36}$/,
  actor: /^[a-z0-9.-]{1,64}$/,
  act: /^[a-z0-9.-]{1,64}$/,
  from: /^\d{4}-\d{2}-\d{2}$/,
  to: /^\d{4}-\d{2}-\d{2}$/,
};
const NAMES = Object.keys(SHAPES) as (keyof AuditSearch)[];

/** What is none of these is undefined, and not just absent: the router would else put back what the address has. */
export function auditSearch(search: Record<string, unknown>): AuditSearch {
  return Object.fromEntries(
    NAMES.map((name) => {
      const value = search[name];
      return [name, typeof value === 'string' && SHAPES[name].test(value) ? value : undefined];
    }),
  );
}

export function isFiltered(search: AuditSearch): boolean {
  return NAMES.some((name) => search[name] !== undefined);
}
