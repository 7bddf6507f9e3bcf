import type { ReactNode } from 'react';

import classes from '@/ui/Letterhead.module.css';

interface LetterheadProps {
  brand: string;
  title: string;
  children: ReactNode;
}

/** One narrow sheet with a heading, for the pages before anyone is in. */
export function Letterhead({ brand, title, children }: LetterheadProps) {
  return (
    <div className={classes.page}>
      <title>{`${title} · ${brand}`}</title>
      <header className={classes.brand}>{brand}</header>
      <main className={classes.sheet}>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
