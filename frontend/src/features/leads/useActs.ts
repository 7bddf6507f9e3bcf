import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';

import { type Clash, clashIn } from '@/features/leads/clash';
import type { Lead } from '@/features/leads/leads';
import { untilReached } from '@/features/leads/untilReached';

/** What the server made of an act, and how it is asked to take it back. */
export interface Sent {
  recordVersion: number;
  takeBack: () => Promise<unknown>;
}

/** Where an act is made; that dialog opens again, with all that was typed, when the act could not be done. */
export type DialogKind =
  'outcome' | 'snooze' | 'owner' | 'practitioner' | 'note' | 'dispute' | 'permissions' | 'again';

/** Something done to a person that shows at once and can be taken back for a while. */
export interface Act {
  from: DialogKind;
  lead: Lead;
  /** What was done, for the line that offers to take it back: "Left message". */
  words: string;
  /** The row as it is after the act; nobody when the person leaves the list. */
  after: Lead | undefined;
  send: (recordVersion: number) => Promise<Sent>;
}

/** An act under way or done. */
export interface Doing {
  act: Act;
  sent: Promise<Sent>;
  /** Ends the tries to send it, for one that is taken back before the server could be reached. */
  stop: AbortController;
}

/** An act that was not done: someone else was quicker, or it failed. */
export interface Refusal {
  act: Act;
  error: unknown;
  clash: Clash | undefined;
}

interface ActsOptions {
  /** It shows as done from now on. */
  onDone: (act: Act) => void;
  /** It shows as not done from now on. */
  onUndone: (act: Act, refusal?: Refusal) => void;
  /** The server has it. */
  onSent: (act: Act) => void;
  /** The server has had its say; its next list knows better. */
  onSettled: (act: Act) => void;
  onLookAgain: () => Promise<void>;
}

/** Doing things to people and taking them back, with the little that has to be remembered in between. */
export function useActs({ onDone, onUndone, onSent, onSettled, onLookAgain }: ActsOptions) {
  const client = useQueryClient();
  const [undoable, setUndoable] = useState<readonly Doing[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isAway, setAway] = useState(false);
  // Newer than the list's, by one's own act or as told in a clash: what the next act is made on.
  const versions = useRef(new Map<string, number>());
  // One after the other for each person, since each is made on the version that the one before has left.
  const queues = useRef(new Map<string, Promise<unknown>>());
  const forget = (act: Act) => setUndoable((all) => all.filter((each) => each.act !== act));
  const settle = (act: Act) => {
    onSettled(act);
    // Someone opened by a link may be on no list whose newer version would make the page look again.
    void client.invalidateQueries({ queryKey: ['lead', act.lead.personId, undefined] });
    return onLookAgain();
  };

  const sending = useMutation({
    mutationFn: ({ sent }: Doing) => sent,
    onSuccess: (_, { act }) => {
      onSent(act);
      return settle(act);
    },
    onError: (error, { act, stop }) => {
      if (stop.signal.aborted) return settle(act);
      const refused = { act, error, clash: clashIn(error) };
      if (refused.clash) versions.current.set(act.lead.personId, refused.clash.recordVersion);
      forget(act);
      setRefusal(refused);
      onUndone(act, refused);
      return settle(act);
    },
  });

  const undo = useMutation({
    mutationFn: async ({ sent, stop }: Doing) => {
      stop.abort();
      // One that never arrived, or was refused meanwhile, leaves nothing to take back.
      await (await sent.catch(() => null))?.takeBack();
    },
    onMutate: ({ act }) => onUndone(act),
    onSuccess: (_, { act }) => {
      forget(act);
      return settle(act);
    },
    onError: (_, { act }) => {
      onDone(act);
      return settle(act);
    },
  });

  const send = async ({ lead: { personId, recordVersion }, send: call }: Act, stop: AbortSignal) => {
    await queues.current.get(personId)?.catch(() => undefined);
    const version = () => Math.max(recordVersion, versions.current.get(personId) ?? 0);
    const sent = await untilReached(() => call(version()), stop, setAway);
    versions.current.set(personId, sent.recordVersion);
    return sent;
  };

  return {
    undo,
    refusal,
    /** Acts are waiting for the server to be within reach again. */
    isAway,
    undoable: undoable.at(-1),
    perform: (act: Act) => {
      if (refusal?.act.lead.personId === act.lead.personId) setRefusal(null);
      undo.reset();
      const stop = new AbortController();
      const doing = { act, sent: send(act, stop.signal), stop };
      queues.current.set(act.lead.personId, doing.sent);
      setUndoable((all) => [...all, doing]);
      onDone(act);
      sending.mutate(doing);
    },
    takeBack: () => {
      const newest = undoable.at(-1);
      if (newest && !undo.isPending) undo.mutate(newest);
    },
    /** The time for taking back is over, for this act and those before it. */
    forgetUndo: () => {
      setUndoable([]);
      undo.reset();
    },
    forgetRefusal: () => setRefusal(null),
  };
}

export type Acts = ReturnType<typeof useActs>;
