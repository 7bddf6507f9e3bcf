import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  memo,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { useTranslation } from 'react-i18next';

import type { Lead, LeadList } from '@/features/leads/leads';
import classes from '@/features/leads/LeadGrid.module.css';
import { isAway, LeadRow, SHOWN_REASONS } from '@/features/leads/LeadRow';
import { type Clock, useSentences } from '@/features/leads/sentences';
import { useStaff } from '@/features/leads/staff';
import { usePersonName } from '@/features/leads/usePersonName';

export interface LeadGridHandle {
  focusRow: (personId: string | undefined) => void;
  /** Whether keys act on a row now. */
  hasFocus: () => boolean;
}

interface LeadGridProps {
  list: LeadList;
  clock: Clock;
  cursor: string | undefined;
  openedId: string | undefined;
  handle: RefObject<LeadGridHandle | null>;
  onKeyDown: (event: KeyboardEvent) => void;
  onTouched: () => void;
  onCursor: (personId: string) => void;
  onOpen: (personId: string) => void;
  onReach: (row: number) => void;
}

/** What a row's lines take, as its styles say; where one wraps the row is measured all the same, and drawn once more. */
function heightOf(lead: Lead | undefined): number {
  const reasons = Math.min(lead?.reasons.length ?? 0, SHOWN_REASONS) + (lead && isAway(lead) ? 1 : 0);
  const times = [lead?.owner, lead?.waitingSince, lead?.practitioner].filter(Boolean).length + 1;
  return 19 + Math.max(28 + 20 * reasons, 6 + 18 * times);
}
/** Drawn above and below what is in view, for fast hands. */
const AHEAD = 6;

/**
 * The rows that are in view. One of them is in the tab order; the arrow and letter keys move between them. Drawn anew for
 * news of the list only: a dialog that opens beside it must not wait for it.
 */
export const LeadGrid = memo(function LeadGrid(props: LeadGridProps) {
  const { list, clock, cursor, openedId, handle, onKeyDown, onTouched, onCursor, onOpen, onReach } = props;
  const { t } = useTranslation('leads');
  const staff = useStaff();
  const nameOf = usePersonName();
  const { say, placement } = useSentences(clock, staff);
  const words = useMemo(() => ({ t, nameOf, say, placement }), [t, nameOf, say, placement]);
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef<string>(undefined);
  const cursorIndex = list.items.findIndex(({ personId }) => personId === cursor);
  const { items } = list;
  // A new one each time would have the positions of all rows computed anew, at each key.
  const keyOf = useCallback((index: number) => items[index]?.personId ?? index, [items]);
  const estimateSize = useCallback((index: number) => heightOf(items[index]), [items]);
  const rows = useVirtualizer({
    count: list.items.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey: keyOf,
    overscan: AHEAD,
    // The row under the cursor stays, wherever the list is scrolled to: it holds the focus, or the way in by Tab.
    rangeExtractor: (range) => {
      const inRange = defaultRangeExtractor(range);
      if (cursorIndex === -1 || inRange.includes(cursorIndex)) return inRange;
      return [...inRange, cursorIndex].toSorted((a, b) => a - b);
    },
  });
  const inView = rows.getVirtualItems();
  const last = rows.range?.endIndex ?? 0;
  const filter = JSON.stringify(list.filter);

  useEffect(() => {
    onReach(last);
  }, [onReach, last]);

  // Another list begins at its beginning.
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [filter]);

  // A row far away is drawn only after scrolling there, one that was taken back only after the next answer.
  const focusIfDrawn = () => {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-person="${wanted.current}"]`);
    // A clash may have opened a dialog meanwhile: what is typed belongs there.
    if (!row || document.activeElement?.closest('[role="dialog"]')) return;
    wanted.current = undefined;
    row.focus({ preventScroll: true });
  };
  useLayoutEffect(() => {
    if (wanted.current !== undefined) focusIfDrawn();
  });

  useImperativeHandle(handle, () => ({
    focusRow: (personId) => {
      wanted.current = personId;
      const index = list.items.findIndex((lead) => lead.personId === personId);
      if (index !== -1) rows.scrollToIndex(index);
      focusIfDrawn();
    },
    hasFocus: () => document.hasFocus() && (scroller.current?.contains(document.activeElement) ?? false),
  }));

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      aria-label={t('list')}
      aria-rowcount={list.hasMore ? -1 : list.items.length + 1}
      onKeyDown={(event) => {
        wanted.current = undefined;
        onKeyDown(event);
      }}
      onPointerDown={() => {
        wanted.current = undefined;
        onTouched();
      }}
      onPointerMove={onTouched}
      onWheel={onTouched}
    >
      <div role="row" aria-rowindex={1} className={classes.heads}>
        {(['rank', 'person', 'times', 'score'] as const).map((head) => (
          <div key={head} role="columnheader" className={classes[head]}>
            {t(`column-${head}`)}
          </div>
        ))}
      </div>
      <div role="rowgroup" className={classes.rows} style={{ height: rows.getTotalSize() }}>
        {inView.map(({ index, key, start }) => {
          const lead = list.items[index];
          if (!lead) return null;
          return (
            <div
              key={key}
              ref={rows.measureElement}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={lead.personId === openedId}
              tabIndex={lead.personId === cursor ? 0 : -1}
              data-index={index}
              data-person={lead.personId}
              className={classes.row}
              style={{ transform: `translateY(${start}px)` }}
              onFocus={() => onCursor(lead.personId)}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                onOpen(lead.personId);
              }}
            >
              <div role="gridcell" className={classes.rank}>
                {index + 1}
              </div>
              <LeadRow lead={lead} clock={clock} staff={staff} words={words} />
            </div>
          );
        })}
      </div>
    </div>
  );
});
