import { createMemoryHistory } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';

import { makeQueryClient } from '@/api/queries';
import { App } from '@/app/App';
import { makeI18n } from '@/app/i18n';
import { makePortalRouter } from '@/app/portalRoutes';
import { makeStaffRouter } from '@/app/routes';
import { staffWords } from '@/app/staffWords';
import portal from '@/locales/en/portal.json';
import frame from '@/locales/en/portal-frame.json';

interface Options {
  linkToken?: string;
}

/** The whole staff app at an address, with nothing replaced but the network. */
export function renderStaff(path: string, { linkToken }: Options = {}) {
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = makeStaffRouter({ linkToken: linkToken ?? null, history });
  const user = userEvent.setup({ advanceTimers: advanceFakeTimers });
  render(<App router={router} i18n={makeI18n(staffWords)} client={makeQueryClient()} />);
  return { user, path: () => router.state.location.pathname, search: () => router.state.location.search };
}

export function renderPortal(path: string) {
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = makePortalRouter(history);
  const user = userEvent.setup({ advanceTimers: advanceFakeTimers });
  render(
    <App
      router={router}
      i18n={makeI18n({ app: portal, 'portal-frame': frame })}
      client={makeQueryClient()}
    />,
  );
  return { user, path: () => router.state.location.pathname };
}

function advanceFakeTimers(milliseconds: number) {
  if (vi.isFakeTimers()) vi.advanceTimersByTime(milliseconds);
}
