import type { i18n } from 'i18next';
import type { AnyRouter } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { makeQueryClient } from '@/api/queries';
import { App } from '@/app/App';

export function start(router: AnyRouter, words: i18n): void {
  const place = document.getElementById('root');
  if (!place) throw new Error('The page has no place for the app');
  createRoot(place).render(
    <StrictMode>
      <App router={router} i18n={words} client={makeQueryClient()} />
    </StrictMode>,
  );
}
