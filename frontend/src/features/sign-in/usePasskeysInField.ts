import { useCallback, useEffect, useRef } from 'react';

import { offersPasskeys, stopAsking } from '@/api/passkeys';

/** A question is good for ten minutes; a page may stay open for longer. */
const ASK_AGAIN_MS = 9 * 60_000;

/**
 * Has the browser offer passkeys in the e-mail field for as long as the page is there. Returns how to begin again, for the
 * button takes the question back.
 */
export function usePasskeysInField(isWanted: boolean, ask: () => Promise<unknown>): () => void {
  const newest = useRef(ask);
  useEffect(() => {
    newest.current = ask;
  });
  const begin = useCallback(() => {
    if (!isWanted) return;
    const askIfOffered = async () => {
      if (await offersPasskeys()) await newest.current();
    };
    // Whatever fails is the mutation's to show.
    askIfOffered().catch(() => undefined);
  }, [isWanted]);
  useEffect(() => {
    if (!isWanted) return undefined;
    begin();
    const timer = setInterval(begin, ASK_AGAIN_MS);
    return () => {
      clearInterval(timer);
      void stopAsking();
    };
  }, [begin, isWanted]);
  return begin;
}
