import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';

import { type ProblemWords, useProblemWords } from '@/api/errors';
import { ApiProblem, hasCode } from '@/api/problem';

interface Asked<T> {
  /** What holds now. */
  held: T;
  queryKey: QueryKey;
  save: (typed: T) => Promise<unknown>;
  /** What cannot be saved, by field. */
  check?: (typed: T) => ReadonlyMap<string, string>;
}

export interface Decision<T> {
  typed: T;
  wrong: ReadonlyMap<string, string>;
  /** Why it was not saved, in words; nothing while nothing was refused. */
  refused: (ProblemWords & { onTakeHeld: (() => void) | undefined }) | undefined;
  /** The field that the server would not take, as its API names it. */
  refusedField: string | undefined;
  isSaving: boolean;
  state: 'untouched' | 'changed' | 'saved' | 'wrong';
  change: (typed: T) => void;
  submit: (event: FormEvent) => void;
}

/** Something the practice decides, as it is typed. It outlives every refusal, and a save of somebody else's. */
export function useDecision<T>({ held, queryKey, save, check }: Asked<T>): Decision<T> {
  const client = useQueryClient();
  const words = useProblemWords();
  const [typed, setTyped] = useState<T>();
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const saving = useMutation({
    mutationFn: save,
    // The new version is there before anything is called saved: the next save needs it.
    onSettled: async (_, error) => {
      await client.invalidateQueries({ queryKey });
      if (!error) setTyped(undefined);
    },
  });
  const shown = typed ?? held;
  const takeHeld = () => {
    setTyped(undefined);
    setWrong(new Map());
    saving.reset();
  };
  return {
    typed: shown,
    wrong,
    refused: saving.error
      ? {
          ...words(saving.error),
          onTakeHeld: hasCode(saving.error, 'changed-meanwhile') ? takeHeld : undefined,
        }
      : undefined,
    refusedField: fieldOf(saving.error),
    isSaving: saving.isPending,
    state:
      wrong.size > 0 ? 'wrong' : typed !== undefined ? 'changed' : saving.isSuccess ? 'saved' : 'untouched',
    change: setTyped,
    submit: (event) => {
      event.preventDefault();
      const found = check?.(shown) ?? new Map<string, string>();
      setWrong(found);
      if (found.size === 0) saving.mutate(shown);
    },
  };
}

function fieldOf(error: unknown): string | undefined {
  if (!(error instanceof ApiProblem) || error.code !== 'setting-wrong') return undefined;
  const { answer } = error;
  return typeof answer === 'object' && answer && 'field' in answer && typeof answer.field === 'string'
    ? answer.field
    : undefined;
}
