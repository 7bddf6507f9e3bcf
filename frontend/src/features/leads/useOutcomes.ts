import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { hasCode } from '@/api/problem';
import {
  type Lead,
  type LeadDetail,
  leadDetailQuery,
  LEADS_KEY,
  type NewOutcome,
  postOutcome,
  postUndo,
} from '@/features/leads/leads';

/** What was logged last and can still be taken back. */
export interface Undoable {
  lead: Lead;
  outcomeId: string;
  kind: string;
}

/** Someone else was quicker: what the record says now, so that one can decide again. */
export type Clash = LeadDetail;

interface OutcomesOptions {
  /** Called before the newer list is there, which is then shown for this person at once. */
  onLogged: (lead: Lead) => void;
  onUndone: (lead: Lead) => void;
}

/** Logging and taking back outcomes, with the little that has to be remembered in between. */
export function useOutcomes({ onLogged, onUndone }: OutcomesOptions) {
  const client = useQueryClient();
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  const [clash, setClash] = useState<Clash | null>(null);
  const lookAgain = () => client.invalidateQueries({ queryKey: LEADS_KEY });

  const log = useMutation({
    mutationFn: ({ lead, outcome }: { lead: Lead; outcome: Omit<NewOutcome, 'recordVersion'> }) => {
      const recordVersion = clash?.lead.recordVersion ?? lead.recordVersion;
      return postOutcome(lead.personId, { ...outcome, recordVersion });
    },
    onSuccess: (answer, { lead, outcome }) => {
      setClash(null);
      setUndoable({ lead, outcomeId: answer.id, kind: outcome.kind });
      onLogged(lead);
      return lookAgain();
    },
    onError: async (error, { lead }) => {
      if (!hasCode(error, 'changed-under-you')) return;
      void lookAgain();
      setClash(await client.fetchQuery({ ...leadDetailQuery(lead.personId, undefined), staleTime: 0 }));
    },
  });

  const undo = useMutation({
    mutationFn: ({ lead, outcomeId }: Undoable) => postUndo(lead.personId, outcomeId),
    onSuccess: (_, { lead }) => {
      setUndoable(null);
      onUndone(lead);
      return lookAgain();
    },
  });

  return {
    log,
    undo,
    clash,
    undoable,
    forgetUndo: () => {
      setUndoable(null);
      undo.reset();
    },
    startAfresh: () => {
      setClash(null);
      log.reset();
    },
  };
}

export type Outcomes = ReturnType<typeof useOutcomes>;
