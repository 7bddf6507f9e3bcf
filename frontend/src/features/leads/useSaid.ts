import { useEffect, useState } from 'react';

const SHOWN_FOR_MS = 6_000;

/** A sentence on what was just done, gone again by itself. */
export function useSaid(): { said: string; say: (words: string) => void } {
  const [said, setSaid] = useState({ words: '' });
  useEffect(() => {
    if (!said.words) return undefined;
    const timer = setTimeout(() => setSaid({ words: '' }), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return { said: said.words, say: (words) => setSaid({ words }) };
}
