import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type AnyRouter, RouterProvider } from '@tanstack/react-router';
import type { i18n } from 'i18next';
import { I18nextProvider } from 'react-i18next';

import { Look } from '@/ui/Look';

interface AppProps {
  router: AnyRouter;
  i18n: i18n;
  client: QueryClient;
}

export function App({ router, i18n, client }: AppProps) {
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <Look>
          <RouterProvider router={router} />
        </Look>
      </QueryClientProvider>
    </I18nextProvider>
  );
}
