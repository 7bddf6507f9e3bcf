import type { ComponentType } from 'react';

import type { Told } from '@/features/person/person';

/** One answer of theirs. */
export interface CheckIn {
  id: string;
  at: string;
  answer: number;
  note?: string | undefined;
}

/** How they say they are: read when somebody asks for it, as each look is recorded and shown to them. */
export interface MoodOfPage {
  isOpen: boolean;
  change: (isOpen: boolean) => void;
  entries: readonly CheckIn[];
  Part: ComponentType<{ personId: string; zone: string; onHide: () => void }>;
}

/** Among what happened, by time; what lies behind the last page that was read waits for the next. */
export function withCheckIns(told: readonly Told[], entries: readonly CheckIn[], isMore: boolean): Told[] {
  const oldest = isMore ? (told.at(-1)?.at ?? '') : '';
  const checkIns = entries.filter(({ at }) => at >= oldest).map(itemOf);
  return [...told, ...checkIns].toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

function itemOf({ id, at, answer, note }: CheckIn): Told {
  return {
    key: `check-in:${id}`,
    at,
    lane: 'mood',
    kind: 'check-in',
    exact: true,
    detailsToo: false,
    byYou: false,
    undone: false,
    answer,
    ...(note && { text: note }),
  };
}
