import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';

import { hasCode } from '@/api/problem';

export const SESSION_KEY = ['session'] as const;

/** One per page load. Nothing outlives the page: no answer of ours is ever written to the browser's storage. */
export function makeQueryClient(): QueryClient {
  const noticeLostSession = (error: unknown) => {
    if (hasCode(error, 'signed-out')) void client.invalidateQueries({ queryKey: SESSION_KEY });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: noticeLostSession }),
    mutationCache: new MutationCache({ onError: noticeLostSession }),
    defaultOptions: {
      queries: { retry: false, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}
