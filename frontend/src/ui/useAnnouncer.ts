import { useRef, useState } from 'react';

const AT_MOST_EVERY_MS = 30_000;

/** Words for a live region, spoken at most every 30 seconds: a busy list must not talk over the person working on it. */
export function useAnnouncer(): { words: string; announce: (words: string) => void } {
  const [words, setWords] = useState('');
  const lastAt = useRef(-Infinity);
  const announce = (next: string) => {
    if (Date.now() - lastAt.current < AT_MOST_EVERY_MS) return;
    lastAt.current = Date.now();
    setWords(next);
  };
  return { words, announce };
}
