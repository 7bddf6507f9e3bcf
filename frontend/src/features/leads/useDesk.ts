import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';

import { filterOf, type LeadsFilter, type LeadsSearch, readSearch } from '@/features/leads/filters';
import type { LeadGridHandle } from '@/features/leads/LeadGrid';
import { type Lead, leadsQuery } from '@/features/leads/leads';
import type { Clock } from '@/features/leads/sentences';
import { find, neighbourOf } from '@/features/leads/shownList';
import { type Act, type DialogKind, type Refusal, useActs } from '@/features/leads/useActs';
import { useDrafts } from '@/features/leads/useDrafts';
import type { ShownList } from '@/features/leads/useShownList';
import { paths } from '@/lib/paths';
import { useSteady } from '@/ui/useSteady';

export interface OpenDialog {
  kind: DialogKind;
  lead: Lead;
  reasonKey: string | undefined;
}

/** What every form about a person is given. */
export interface LeadFormProps {
  lead: Lead;
  clock: Clock;
  desk: Desk;
  /** The reason that a dispute starts with. */
  reasonKey: string | undefined;
}

/** What can be done from the open person's evidence. The same from one drawing of the list to the next. */
export interface PersonDesk {
  close: () => void;
  openDialog: (kind: DialogKind, lead: Lead | undefined, reasonKey?: string) => void;
  perform: (act: Act) => void;
}

/** The work at the list: who is under the cursor, who is open, and what is being done to whom. */
export function useDesk(
  shown: ShownList,
  search: LeadsSearch,
  grid: RefObject<LeadGridHandle | null>,
  onLookAgain: () => Promise<void>,
) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const drafts = useDrafts();
  const { items } = shown.list;
  const [chosen, setCursor] = useState<string>();
  const cursor = find(shown.list, chosen)?.personId ?? items[0]?.personId;
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  // People who were opened from elsewhere are on no list that their acts could change.
  const fromList = useRef(new WeakSet<Act>());

  const go = (next: LeadsSearch, replace: boolean) => navigate({ to: paths.leads, search: next, replace });
  const open = (personId: string | undefined) => {
    if (personId) setCursor(personId);
    void go({ ...filterOf(search), ...(personId && { person: personId }) }, search.person !== undefined);
  };
  const toList = (personId = cursor) => {
    setCursor(personId);
    // After React has drawn the list as it is now, and the dialog has let go of the focus.
    requestAnimationFrame(() => grid.current?.focusRow(personId));
  };
  const openDialog = useCallback((kind: DialogKind, lead: Lead | undefined, reasonKey?: string) => {
    if (lead) setDialog({ kind, lead, reasonKey });
  }, []);

  const leave = (act: Act) => {
    const { lead, after } = act;
    const next = neighbourOf(shown.list, lead.personId);
    if (find(shown.list, lead.personId)) fromList.current.add(act);
    if (fromList.current.has(act)) shown.hold(lead.personId, after);
    if (!after && search.person === lead.personId) open(undefined);
    toList(after ? cursor : next);
  };
  const comeBack = (act: Act, refusal?: Refusal) => {
    const { from, lead } = act;
    if (fromList.current.has(act)) shown.hold(lead.personId, lead);
    if (!refusal) toList(fromList.current.has(act) ? lead.personId : cursor);
    // Nobody is torn away from the next person; the line below the list waits for them.
    else setDialog((now) => now ?? { kind: from, lead, reasonKey: undefined });
  };
  const acts = useActs({
    onDone: leave,
    onUndone: comeBack,
    onSent: ({ from, lead }) => drafts.drop(from, lead.personId),
    onSettled: ({ lead }) => shown.settle(lead.personId),
    onLookAgain,
  });

  // The same from one key to the next, so that the bar of filters is not drawn anew at each of them.
  const filter = useMemo(() => filterOf(search), [search]);
  const { person } = search;
  const close = useSteady(() => {
    open(undefined);
    toList();
  });
  const perform = useSteady((act: Act) => {
    setDialog(null);
    acts.perform(act);
  });
  const forPerson = useMemo<PersonDesk>(() => ({ close, openDialog, perform }), [close, openDialog, perform]);
  const setFilter = useCallback(
    (next: LeadsFilter) => {
      // Asked for before anything is drawn: on a slow machine the answer comes while the page still makes room for it.
      void client.prefetchInfiniteQuery(leadsQuery(filterOf(readSearch({ ...next }))));
      void navigate({ to: paths.leads, search: { ...next, ...(person && { person }) } });
    },
    [client, navigate, person],
  );

  return {
    filter,
    setFilter,
    drafts,
    acts,
    dialog,
    cursor,
    setCursor,
    open,
    toList,
    openDialog,
    close,
    forPerson,
    closeDialog: () => {
      setDialog(null);
      toList();
    },
    refusalOf: (kind: DialogKind, lead: Lead) => {
      const { refusal } = acts;
      return refusal?.act.from === kind && refusal.act.lead.personId === lead.personId ? refusal : undefined;
    },
    perform,
  };
}

export type Desk = ReturnType<typeof useDesk>;
