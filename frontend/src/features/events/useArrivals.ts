import { useState } from 'react';

import type { HookEvent } from '@/features/events/events';

/**
 * Rows never move under the pointer: what came after a list was opened waits above it until it is asked for. Ids are in
 * the order of time, so that of the newest row tells which came later.
 */
export function useArrivals(items: readonly HookEvent[], listKey: string, isSettled: boolean) {
  const [opened, setOpened] = useState({ listKey, newest: items[0]?.id });
  const showNewest = () => setOpened({ listKey, newest: items[0]?.id });
  if (opened.listKey !== listKey && isSettled) showNewest();
  const { newest } = opened;
  const waiting = newest && opened.listKey === listKey ? items.filter(({ id }) => id > newest).length : 0;
  return { shown: items.slice(waiting), waiting, showNewest };
}
