import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ProblemWords } from '@/api/errors';
import { EvidencePane } from '@/features/leads/EvidencePane';
import { KeyList } from '@/features/leads/KeyList';
import { LeadGrid, type LeadGridHandle } from '@/features/leads/LeadGrid';
import type { Lead, LeadList } from '@/features/leads/leads';
import classes from '@/features/leads/LeadsDesk.module.css';
import { LeadsHeader } from '@/features/leads/LeadsHeader';
import { NobodyListed } from '@/features/leads/NobodyListed';
import { OutcomeDialog } from '@/features/leads/OutcomeDialog';
import { find, neighbourOf } from '@/features/leads/shownList';
import { UndoBar } from '@/features/leads/UndoBar';
import { deskKeys } from '@/features/leads/deskKeys';
import { usePracticeNow } from '@/ui/usePracticeNow';
import { useOutcomes } from '@/features/leads/useOutcomes';
import { useShownList } from '@/features/leads/useShownList';
import { paths } from '@/lib/paths';
import { useAnnouncer } from '@/ui/useAnnouncer';
import { VisuallyHidden } from '@/ui/VisuallyHidden';

const route = getRouteApi('/staff/leads');

interface LeadsDeskProps {
  latest: LeadList;
  isLive: boolean;
  failure: ProblemWords | undefined;
  onLook: () => void;
  onNearEnd: () => void;
}

/** The list, the person opened from it, and what is being logged: the state of someone at work. */
export function LeadsDesk({ latest, isLive, failure, onLook, onNearEnd }: LeadsDeskProps) {
  const { t } = useTranslation('leads');
  const { person } = route.useSearch();
  const navigate = useNavigate();
  const grid = useRef<LeadGridHandle>(null);
  const { words, announce } = useAnnouncer();
  const shown = useShownList(latest, (count, isWaiting) =>
    announce(t(isWaiting ? 'changes-waiting' : 'changes-shown', { count })),
  );
  const { items } = shown.list;
  const [chosen, setCursor] = useState<string>();
  const cursor = find(shown.list, chosen)?.personId ?? items[0]?.personId;
  const [logging, setLogging] = useState<Lead | null>(null);
  const [isShowingKeys, setShowingKeys] = useState(false);
  const clock = { zone: shown.list.zone, now: usePracticeNow(shown.list) };

  const open = (personId: string | undefined) => {
    if (personId) setCursor(personId);
    const search = personId ? { person: personId } : {};
    void navigate({ to: paths.leads, search, replace: person !== undefined });
  };
  const toList = (personId = cursor) => {
    setCursor(personId);
    // After React has drawn the list as it is now, and the dialog has let go of the focus.
    requestAnimationFrame(() => grid.current?.focusRow(personId));
  };
  const outcomes = useOutcomes({
    onLogged: (lead) => {
      shown.expect(lead.personId);
      setLogging(null);
      if (person) open(undefined);
      toList(neighbourOf(shown.list, lead.personId));
    },
    onUndone: (lead) => {
      shown.expect(lead.personId);
      toList(lead.personId);
    },
  });
  const startLogging = (lead: Lead | undefined) => {
    if (!lead) return;
    outcomes.startAfresh();
    setLogging(lead);
  };
  const undo = () => outcomes.undoable && outcomes.undo.mutate(outcomes.undoable);
  const close = () => {
    open(undefined);
    toList();
  };
  const keys = deskKeys({
    move: (step) => {
      const index = items.findIndex(({ personId }) => personId === cursor);
      const next = items[Math.min(items.length - 1, Math.max(0, index + step))];
      if (next) toList(next.personId);
    },
    open: () => open(cursor),
    outcome: () => startLogging(find(shown.list, cursor)),
    undo,
    latest: shown.showLatest,
    keys: () => setShowingKeys(true),
    close,
  });

  useEffect(() => {
    // Keys should work at once; but a finger needs no ring, and nobody loses the focus from where they are.
    const hasKeys = !window.matchMedia('(pointer: coarse)').matches;
    if (hasKeys && document.activeElement === document.body) grid.current?.focusRow(cursor);
    // oxlint-disable-next-line react/exhaustive-deps -- at the first look only
  }, []);

  return (
    <div className={classes.desk} data-open={person !== undefined || undefined}>
      <section className={classes.list} aria-label={t('list-and-freshness')}>
        <LeadsHeader
          list={shown.list}
          clock={clock}
          waiting={shown.waiting}
          isLive={isLive}
          failure={failure}
          onLook={onLook}
          onLatest={() => {
            shown.showLatest();
            toList();
          }}
          onKeys={() => setShowingKeys(true)}
        />
        {items.length === 0 && <NobodyListed list={shown.list} />}
        {items.length > 0 && (
          <LeadGrid
            list={shown.list}
            clock={clock}
            cursor={cursor}
            openedId={person}
            handle={grid}
            onKeyDown={(event) => {
              shown.touched();
              keys(event);
            }}
            onTouched={shown.touched}
            onCursor={setCursor}
            onOpen={open}
            onNearEnd={onNearEnd}
          />
        )}
        <UndoBar outcomes={outcomes} onUndo={undo} />
      </section>
      <EvidencePane
        key={person}
        personId={person}
        listed={find(shown.list, person)}
        clock={clock}
        onClose={close}
        onOutcome={startLogging}
      />
      <OutcomeDialog
        lead={logging}
        outcomes={outcomes}
        clock={clock}
        onClose={() => {
          setLogging(null);
          toList();
        }}
      />
      <KeyList
        isOpen={isShowingKeys}
        onClose={() => {
          setShowingKeys(false);
          toList();
        }}
      />
      <VisuallyHidden>
        <span role="status">{words}</span>
      </VisuallyHidden>
    </div>
  );
}
