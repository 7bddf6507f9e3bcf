import { useRef } from 'react';

import type { DialogKind } from '@/features/leads/useActs';

/** What was typed about a person and not sent yet. It lives as long as the page and is written nowhere. */
export interface Drafts {
  of: <T extends object>(kind: DialogKind, personId: string) => T | undefined;
  keep: (kind: DialogKind, personId: string, entry: object) => void;
  drop: (kind: DialogKind, personId: string) => void;
}

export function useDrafts(): Drafts {
  const drafts = useRef(new Map<string, object>());
  return {
    of: <T extends object>(kind: DialogKind, personId: string) =>
      drafts.current.get(kind + personId) as T | undefined,
    keep: (kind, personId, entry) => drafts.current.set(kind + personId, entry),
    drop: (kind, personId) => drafts.current.delete(kind + personId),
  };
}
