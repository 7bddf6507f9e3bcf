import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';

import { askedQuery, type Found, isOver, lookbackQuery, type RuleWeight } from '@/features/settings/scoring';

/** Typing goes on for a moment after the first digit: each look back takes the server seconds. */
const QUIET_MS = 700;

export interface LookbackNow {
  /** Of these very rules and come to its end, so that they may be published. */
  id: string | undefined;
  found: Found | undefined;
  done: number;
  people: number;
  error: unknown;
  isFailed: boolean;
  again: () => void;
}

/** What the past would have been with these rules, asked for again whenever they change. */
export function useLookback(version: number, rules: readonly RuleWeight[], isSound: boolean): LookbackNow {
  const [settled] = useDebouncedValue(rules, QUIET_MS);
  const asked = useQuery({ ...askedQuery(version, settled), enabled: isSound });
  const { data, error } = useQuery(lookbackQuery(asked.data?.id));
  const isOfThese = settled === rules && isSound;
  return {
    id: isOfThese && data?.found ? data.id : undefined,
    found: isOfThese ? data?.found : undefined,
    done: data?.peopleDone ?? 0,
    people: data?.people ?? 0,
    error: asked.error ?? error,
    isFailed: isOver(data) && !data?.found,
    again: () => void asked.refetch(),
  };
}
