import type { ReactNode } from 'react';

import classes from '@/features/leads/BandMark.module.css';

// A filled, a half and an empty shape: the band can be told without its colour.
const SHAPES: Record<string, ReactNode> = {
  hot: <path d="M6 1l5 10H1z" fill="currentColor" />,
  warm: (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
    </>
  ),
  watch: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
};

/** @param word what the band is called */
export function BandMark({ band, word }: { band: string; word: string }) {
  return (
    <span className={classes.band} data-band={band}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden>
        {SHAPES[band]}
      </svg>
      {word}
    </span>
  );
}
