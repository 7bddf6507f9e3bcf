import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ProblemWords } from '@/api/errors';
import { DeskBar } from '@/features/leads/DeskBar';
import { EvidencePane } from '@/features/leads/EvidencePane';
import type { LeadsSearch } from '@/features/leads/filters';
import { LeadGrid, type LeadGridHandle } from '@/features/leads/LeadGrid';
import type { LeadList } from '@/features/leads/leads';
import classes from '@/features/leads/LeadsDesk.module.css';
import { LeadsHeader } from '@/features/leads/LeadsHeader';
import { NobodyListed } from '@/features/leads/NobodyListed';
import { find } from '@/features/leads/shownList';
import { useBookingLink } from '@/features/leads/useBookingLink';
import { useDesk } from '@/features/leads/useDesk';
import { useDeskCommands } from '@/features/leads/useDeskCommands';
import { useDeskKeys } from '@/features/leads/useDeskKeys';
import { useSaid } from '@/features/leads/useSaid';
import { useShownList } from '@/features/leads/useShownList';
import { staffPages } from '@/lib/paths';
import { usePalette } from '@/ui/Commands';
import { later } from '@/ui/later';
import { usePracticeNow } from '@/ui/usePracticeNow';
import { useAnnouncer } from '@/ui/useAnnouncer';
import { useSteady } from '@/ui/useSteady';
import { VisuallyHidden } from '@/ui/VisuallyHidden';

const KeyList = later(() => import('@/features/leads/KeyList').then((part) => part.KeyList));
const LeadDialog = later(() => import('@/features/leads/LeadDialog').then((part) => part.LeadDialog));

interface LeadsDeskProps {
  latest: LeadList;
  search: LeadsSearch;
  /** Another filter was chosen, whose people are not here yet. */
  isFiltering: boolean;
  isLive: boolean;
  failure: ProblemWords | undefined;
  onLook: () => Promise<void>;
  /** How far down somebody looks, as the number of the last row in view. */
  onReach: (row: number) => void;
}

/** The list, the person opened from it, and what is being done: the state of someone at work. */
export function LeadsDesk({ latest, search, isFiltering, isLive, failure, onLook, onReach }: LeadsDeskProps) {
  const { t } = useTranslation('leads');
  const navigate = useNavigate();
  const grid = useRef<LeadGridHandle>(null);
  const { words, announce } = useAnnouncer();
  const shown = useShownList(
    latest,
    (count, isWaiting) => announce(t(isWaiting ? 'changes-waiting' : 'changes-shown', { count })),
    () => grid.current?.hasFocus() ?? false,
  );
  const { items, zone } = shown.list;
  const now = usePracticeNow(shown.list);
  const clock = useMemo(() => ({ zone, now }), [zone, now]);
  const desk = useDesk(shown, search, grid, onLook);
  const { said, say } = useSaid();
  const copyLink = useSteady(useBookingLink(say));
  const palette = usePalette();
  const [isShowingKeys, setShowingKeys] = useState(false);
  const current = find(shown.list, desk.cursor);
  const opened = find(shown.list, search.person);

  const move = (step: number) => {
    const index = items.findIndex(({ personId }) => personId === desk.cursor);
    const next = items[Math.min(items.length - 1, Math.max(0, index + step))];
    if (next) desk.toList(next.personId);
  };
  const onKeyDown = useDeskKeys({
    move,
    open: () => desk.open(desk.cursor),
    close: desk.close,
    letters: {
      j: () => move(1),
      k: () => move(-1),
      o: () => desk.openDialog('outcome', current),
      s: () => desk.openDialog('snooze', current),
      a: () => desk.openDialog('owner', current),
      b: () => current && copyLink(current),
      n: () => desk.openDialog('note', current),
      x: () => desk.openDialog('dispute', current),
      z: desk.acts.takeBack,
      r: shown.showLatest,
      '?': () => setShowingKeys(true),
    },
    pages: Object.fromEntries(
      staffPages.map(({ letter, path }) => [letter, () => void navigate({ to: path })]),
    ),
  });
  const onGridKey = useSteady((event: KeyboardEvent) => {
    shown.touched();
    onKeyDown(event);
  });
  const onTouched = useSteady(shown.touched);
  const onOpen = useSteady(desk.open);
  const onReached = useSteady(onReach);
  useDeskCommands(desk, search.person ? opened : current, copyLink);

  useEffect(() => {
    // Keys should work at once; but a finger needs no ring, and nobody loses the focus from where they are.
    const hasKeys = !window.matchMedia('(pointer: coarse)').matches;
    if (hasKeys && document.activeElement === document.body) grid.current?.focusRow(desk.cursor);
    // oxlint-disable-next-line react/exhaustive-deps -- at the first look only
  }, []);

  return (
    <div className={classes.desk} data-open={search.person !== undefined || undefined}>
      <section className={classes.list} aria-label={t('list-and-freshness')}>
        <LeadsHeader
          list={shown.list}
          clock={clock}
          filter={desk.filter}
          waiting={shown.waiting}
          isLive={isLive}
          failure={failure}
          onLook={() => void onLook()}
          onLatest={() => {
            shown.showLatest();
            desk.toList();
          }}
          onKeys={() => setShowingKeys(true)}
          onWhyNot={palette.open}
          onFilter={desk.setFilter}
        />
        <div className={classes.people} aria-busy={isFiltering} data-stale={isFiltering || undefined}>
          {items.length === 0 && <NobodyListed list={shown.list} clock={clock} onFilter={desk.setFilter} />}
          {items.length > 0 && (
            <LeadGrid
              list={shown.list}
              clock={clock}
              cursor={desk.cursor}
              openedId={search.person}
              handle={grid}
              onKeyDown={onGridKey}
              onTouched={onTouched}
              onCursor={desk.setCursor}
              onOpen={onOpen}
              onReach={onReached}
            />
          )}
        </div>
      </section>
      <EvidencePane
        key={search.person}
        personId={search.person}
        listed={opened}
        clock={clock}
        desk={desk.forPerson}
        onLink={copyLink}
      />
      <DeskBar desk={desk} said={said} />
      <LeadDialog isNeeded={desk.dialog !== null} desk={desk} clock={clock} />
      <KeyList
        isNeeded={isShowingKeys}
        isOpen={isShowingKeys}
        onClose={() => {
          setShowingKeys(false);
          desk.toList();
        }}
      />
      <VisuallyHidden>
        <span role="status">{words}</span>
      </VisuallyHidden>
    </div>
  );
}
