import { createMemoryHistory } from '@tanstack/react-router';
import { render, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { makeQueryClient } from '@/api/queries';
import { App } from '@/app/App';
import { makePortalRouter } from '@/app/portalRoutes';
import { makeStaffRouter } from '@/app/routes';
import { NUMBERS } from '@/lib/helpNumbers';
import portal from '@/locales/en/portal.json';
import { allWords } from '@/test/allWords';
import { marked, OPEN, strays } from '@/test/pseudo';
import { answer } from '@/test/server';
import { HELP_SETTINGS } from '@/test/SomeHelpNumbers';
import { answerAsClient, BOOKINGS, PERMISSIONS, TREND } from '@/test/SomePortal';
import { SECOND_FACTOR, SIGNED_OUT, signedInAs } from '@/test/SomeSessions';
import {
  ABSENCES,
  CARE_FACTS,
  CARE_PAGE,
  CLIENTS,
  CONFIRMATIONS,
  FIRST_CONTACTS,
  PRACTITIONERS,
  REBOOKS,
  SESSIONS,
  SUMMARY,
  UNCLEAR,
} from '@/test/SomeToday';

const countries = new Intl.DisplayNames('en', { type: 'region' });

/** What answers bring, what dates are written with, and what countries are called. */
const BROUGHT = [
  'Kim Made-up',
  'Ada Made-up',
  'Tony',
  'Dana Demo',
  'Session',
  'A long night',
  'acuity',
  'UTC',
  ...Object.keys(NUMBERS).map((country) => countries.of(country) ?? country),
  ...Intl.supportedValuesOf('timeZone').map((zone) => zone.replaceAll('_', ' ')),
];
const DATES =
  /\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*|\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*|\d(am|pm)\b|\bat\b|Greenwich Mean Time|(Eastern|British|Japan|Central) (Standard|Summer|Daylight) Time/g;

function pseudo(app?: object) {
  const i18n = allWords();
  for (const [name, words] of Object.entries(i18n.services.resourceStore.data['en'] ?? {}))
    i18n.addResourceBundle('en', name, marked(words as object), true, true);
  if (app) i18n.addResourceBundle('en', 'app', marked(app), true, true);
  return i18n;
}

function draw(door: 'staff' | 'portal', path: string) {
  const history = createMemoryHistory({ initialEntries: [path] });
  const router =
    door === 'portal' ? makePortalRouter(history) : makeStaffRouter({ linkToken: 'token', history });
  const i18n = pseudo(door === 'portal' ? portal : undefined);
  render(<App router={router} i18n={i18n} client={makeQueryClient()} />);
}

async function found(): Promise<string[]> {
  await waitFor(() => expect(document.querySelector('h1')?.textContent).toContain(OPEN));
  // What a page shows once its answers have come.
  await waitFor(() => expect(document.querySelector('[aria-busy=true]')).toBeNull());
  return strays(document.body, BROUGHT).filter((text) => /\p{L}{2,}/u.test(text.replaceAll(DATES, '')));
}

describe('a page in a language that nobody speaks', () => {
  it.each([
    ['/portal/sign-in', () => answer('get', '/auth/session', SIGNED_OUT)],
    ['/portal/sign-in', () => answer('get', '/auth/session', SECOND_FACTOR)],
    ['/portal/check-in', () => answerAsClient()],
    ['/portal/help', () => answerAsClient()],
    [
      '/portal/trend',
      () => {
        answerAsClient();
        answer('get', '/api/me/check-ins', TREND);
      },
    ],
    [
      '/portal/bookings',
      () => {
        answerAsClient();
        answer('get', '/api/me/bookings', BOOKINGS);
      },
    ],
    [
      '/portal/me',
      () => {
        answerAsClient();
        answer('get', '/api/me/permissions', PERMISSIONS);
      },
    ],
  ])('says nothing of its own: %s', async (path, given) => {
    given();
    draw('portal', path);

    expect(await found()).toEqual([]);
  });

  it.each([
    ['/sign-in', () => answer('get', '/auth/session', SIGNED_OUT)],
    [
      '/today',
      () => {
        answer('get', '/auth/session', signedInAs('practitioner'));
        answer('get', '/api/care', CARE_PAGE);
        answer('get', '/api/today/sessions', SESSIONS);
        answer('get', '/api/today/attendance', UNCLEAR);
        answer('get', '/api/absences', ABSENCES);
      },
    ],
    [
      '/today',
      () => {
        answer('get', '/auth/session', signedInAs('admin'));
        answer('get', '/api/care', CARE_FACTS);
        answer('get', '/api/leads/summary', SUMMARY);
        answer('get', '/api/rebook-requests', REBOOKS);
        answer('get', '/api/today/confirmations', CONFIRMATIONS);
        answer('get', '/api/today/first-contacts', FIRST_CONTACTS);
        answer('get', '/auth/admin/resets', { resets: [] });
        answer('get', '/api/erasures', { zone: 'America/New_York', items: [], wishes: [] });
        answer('get', '/auth/admin/staff', PRACTITIONERS);
        answer('get', '/api/absences', ABSENCES);
        answer('get', '/api/settings/help-numbers', HELP_SETTINGS);
      },
    ],
    [
      '/clients',
      () => {
        answer('get', '/auth/session', signedInAs('practitioner'));
        answer('get', '/api/clients', CLIENTS);
      },
    ],
    [
      '/settings/help-numbers',
      () => {
        answer('get', '/auth/session', signedInAs('admin'));
        answer('get', '/api/settings/help-numbers', HELP_SETTINGS);
      },
    ],
  ])('says nothing of its own to staff: %s', async (path, given) => {
    given();
    draw('staff', path);

    expect(await found()).toEqual([]);
  });

  it('would show a word that stands in the page itself', () => {
    const page = document.createElement('div');
    page.innerHTML = `<p>${OPEN}From the catalogue⟧</p><p>Left behind</p>`;

    expect(strays(page, [])).toEqual(['Left behind']);
  });
});
