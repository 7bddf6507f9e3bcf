// Opens every page of the build in a real Chromium, light and dark, desktop and phone: no accessibility failure, no
// breach of the content policy, no sideways scrolling, also with text twice as large; a focus that can be seen, and
// controls that a finger finds. Set SHOTS to a folder to keep pictures. Needs `npm run build`.
import { availableParallelism } from 'node:os';

import { ACCESS_PAGES } from './access.mjs';
import { AUDIT_PAGES } from './audit.mjs';
import { barriers, lostAtTwiceTheText, openBrowser, tooSmallForFingers, unseenFocus } from './browser.mjs';
import { CALENDAR_PAGES } from './calendar.mjs';
import { CONNECTION_PAGES } from './connections.mjs';
import { ERASURE_PAGES } from './erasures.mjs';
import * as events from './events.mjs';
import { HOURS_PAGES } from './hours.mjs';
import { KEY_PAGES } from './keys.mjs';
import { MATCH_PAGES } from './matches.mjs';
import * as people from './people.mjs';
import { PERSON_PAGES } from './person.mjs';
import { PORTAL_PAGES } from './portalPages.mjs';
import { startServer } from './server.mjs';
import { SETTINGS_PAGES } from './settings.mjs';
import { TODAY_PAGES } from './todayPages.mjs';

const VIEWS = [
  { name: 'desktop-light', width: 1280, height: 800, colorScheme: 'light' },
  { name: 'desktop-dark', width: 1280, height: 800, colorScheme: 'dark' },
  { name: 'phone-light', width: 390, height: 844, colorScheme: 'light', hasTouch: true, isMobile: true },
  { name: 'phone-dark', width: 320, height: 700, colorScheme: 'dark', hasTouch: true, isMobile: true },
];

const SIDE_BY_SIDE = Math.max(2, availableParallelism());

const session = (state, more = {}) => ({
  'GET /auth/session': state,
  'POST /auth/passkey/options': people.PASSKEY_QUESTION,
  ...more,
});
const leads = (list, more = {}) =>
  session(people.ADMIN, {
    'GET /auth/admin/staff': people.STAFF,
    'GET /api/leads': list,
    'GET /api/leads/summary': people.SUMMARY,
    'POST /api/leads/*/presence': { others: [], again: 10 },
    'POST /api/leads/*/presence/end': {},
    ...more,
  });
const inbox = (page, more = {}) => session(people.ADMIN, { 'GET /api/events': page, ...more });
const security = (list, more = {}) =>
  session(people.ADMIN, { 'GET /auth/factors': list, 'GET /auth/me/sessions': people.OWN_SESSIONS, ...more });
/** The new password typed twice, and sent. */
const changePassword = async (page, again = 'nine quiet rivers bend') => {
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByLabel('The password you have now').fill('four plain words here');
  await page.getByLabel('New password', { exact: true }).fill('nine quiet rivers bend');
  await page.getByLabel('The new password again').fill(again);
  await page.getByRole('button', { name: 'Save new password' }).click();
};
const detail = {
  [`GET /api/leads/${people.ANNA_ID}`]: people.ANNA,
  'GET /api/people/*/slots': people.SLOTS,
};

/** Her evidence, with what was found when times to offer were looked for. */
const slots = (name, found, words) => ({
  name,
  path: `/leads?person=${people.ANNA_ID}`,
  answers: leads(people.LEADS, { ...detail, 'GET /api/people/*/slots': found }),
  act: async (page) => {
    await page.getByText(words).first().waitFor();
    await page.getByRole('heading', { name: 'Times to offer' }).scrollIntoViewIfNeeded();
  },
});

/** The list, and a key on its first row that opens a dialog. */
const byKey = (name, key, title, more = {}) => ({
  name,
  path: '/leads',
  answers: leads(people.LEADS, { ...detail, ...more.answers }),
  see: 'Leads',
  act: async (page, ...rest) => {
    await seeRow(page);
    await page.getByRole('row', { name: /Anna Rivera/ }).focus();
    await page.keyboard.press(key);
    await page.getByRole('dialog', { name: title }).waitFor();
    await more.act?.(page, ...rest);
  },
});

const PAGES = [
  { name: 'sign-in', path: '/sign-in', answers: session(people.SIGNED_OUT), see: 'Sign in' },
  {
    name: 'sign-in-wrong',
    path: '/sign-in',
    answers: session(people.SIGNED_OUT, { 'POST /auth/sign-in': { status: 401, code: 'wrong-sign-in' } }),
    see: 'Sign in',
    act: async (page) => {
      await page.getByLabel('E-mail').fill('tony@example.org');
      await page.getByLabel('Password', { exact: true }).fill('not this one');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'code', path: '/sign-in', answers: session(people.SECOND_FACTOR), see: 'Enter your code' },
  {
    name: 'recovery',
    path: '/sign-in',
    answers: session(people.SECOND_FACTOR),
    act: async (page) => {
      await page.getByRole('button', { name: 'Use a recovery code' }).click();
      await page.getByRole('heading', { name: 'Use a recovery code', level: 1 }).waitFor();
    },
  },
  {
    name: 'passkey-alone',
    path: '/sign-in',
    answers: session(people.PASSKEY_ALONE),
    see: 'Use your passkey',
  },
  {
    name: 'set-up-recovered',
    path: '/set-up',
    answers: session(people.RECOVERED),
    see: 'Set up your second step',
  },
  { name: 'set-up', path: '/set-up', answers: session(people.CHOOSE), see: 'Set up your second step' },
  {
    name: 'set-up-key',
    path: '/set-up',
    answers: session(people.CHOOSE, { 'POST /auth/set-up/totp': people.TOTP }),
    see: 'Set up your second step',
    act: async (page) => {
      await page.getByRole('button', { name: 'Use an authenticator app' }).click();
      await page.getByRole('img', { name: 'QR code with your key' }).waitFor();
    },
  },
  {
    name: 'set-up-codes',
    path: '/set-up',
    answers: session(people.CODES, { 'POST /auth/set-up/recovery-codes': people.RECOVERY }),
    see: 'Save your recovery codes',
    act: (page) => page.getByText('K7QM-2313').waitFor(),
  },
  {
    name: 'invite',
    path: '/invite#made-up-token',
    answers: session(people.SIGNED_OUT, {
      'POST /auth/invites/open': { displayName: 'Tony', role: 'admin', expiresAt: people.LEADS.asOf },
    }),
    see: 'Choose a password',
    act: (page) => page.getByLabel('The same password again').waitFor(),
  },
  {
    name: 'security',
    path: '/me/security',
    answers: security(people.FACTORS),
    see: 'Security',
    act: (page) => page.getByText('7 of 10 are left.').waitFor(),
  },
  {
    name: 'security-few',
    path: '/me/security',
    answers: {
      ...security(people.ONE_FACTOR),
      'GET /auth/session': { ...people.ADMIN, recoveryCodesLeft: 2 },
    },
    see: 'Security',
    act: (page) => page.getByText('2 of 10 are left.').waitFor(),
  },
  {
    name: 'security-failed',
    path: '/me/security',
    answers: security({ status: 500, code: 'unexpected', requestId: '0d4c-77' }),
    see: 'Security',
    act: (page) => page.getByRole('alert').waitFor(),
  },
  {
    name: 'security-loading',
    path: '/me/security',
    answers: security(null),
    see: 'Security',
    act: (page) => page.getByText('Loading').first().waitFor(),
  },
  {
    name: 'security-add',
    path: '/me/security',
    answers: security(people.FACTORS, {
      'POST /auth/factors/passkey': { status: 403, code: 'step-up-required', requestId: 'req-7' },
    }),
    act: async (page) => {
      await page.getByRole('button', { name: 'Add a passkey' }).click();
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('heading', { name: 'Is it still you?' }).waitFor();
    },
  },
  {
    name: 'security-remove',
    path: '/me/security',
    answers: security(people.FACTORS),
    act: async (page) => {
      await page.getByRole('button', { name: 'Remove Windows computer' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).waitFor();
    },
  },
  {
    name: 'security-app',
    path: '/me/security',
    answers: security(people.FACTORS, { 'POST /auth/factors/totp': people.TOTP }),
    act: async (page) => {
      await page.getByRole('button', { name: 'Move to another app' }).click();
      await page.getByRole('img', { name: 'QR code with your key' }).waitFor();
    },
  },
  {
    name: 'security-codes',
    path: '/me/security',
    answers: security(people.FACTORS, { 'POST /auth/factors/recovery-codes': people.RECOVERY }),
    act: async (page) => {
      await page.getByRole('button', { name: 'Make new codes' }).click();
      await page.getByText('K7QM-2313').waitFor();
    },
  },
  {
    name: 'security-password',
    path: '/me/security',
    answers: security(people.FACTORS),
    act: async (page) => {
      await changePassword(page, 'nine quiet');
      await page.getByText('The two new passwords differ').waitFor();
    },
  },
  {
    name: 'security-password-wrong',
    path: '/me/security',
    answers: security(people.FACTORS, { 'POST /auth/password': { status: 401, code: 'wrong-password' } }),
    act: async (page) => {
      await changePassword(page);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'security-password-changed',
    path: '/me/security',
    answers: security(people.FACTORS, { 'POST /auth/password': { state: 'signed-in' } }),
    see: 'Security',
    act: async (page) => {
      await changePassword(page);
      await page.getByText(/Your new password works now/).waitFor();
    },
  },
  {
    name: 'security-sessions-failed',
    path: '/me/security',
    answers: security(people.FACTORS, {
      'GET /auth/me/sessions': { status: 500, code: 'unexpected', requestId: '0d4c-77' },
    }),
    see: 'Security',
    act: async (page) => {
      await page.getByRole('alert').waitFor();
      await page.getByRole('alert').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'portal-security',
    path: '/portal/me/security',
    answers: session(people.CLIENT, {
      'GET /auth/factors': people.FACTORS,
      'GET /auth/me/sessions': people.OWN_SESSIONS,
    }),
    see: 'Security',
    act: (page) => page.getByText('7 of 10 are left.').waitFor(),
  },
  {
    name: 'portal-security-password',
    path: '/portal/me/security',
    answers: session(people.CLIENT, {
      'GET /auth/factors': people.FACTORS,
      'GET /auth/me/sessions': people.OWN_SESSIONS,
      'POST /auth/password': { status: 422, code: 'weak-password', reason: 'breached' },
    }),
    act: async (page) => {
      await changePassword(page);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'practitioner',
    path: `/leads?person=${people.ANNA_ID}`,
    answers: leads(people.LEADS, detail),
    act: async (page) => {
      await page.getByRole('button', { name: 'Practitioner', exact: true }).click();
      await page.getByRole('dialog', { name: 'Practitioner of Anna Rivera' }).waitFor();
      await page.getByText('Dana Sample').waitFor();
    },
  },
  { name: 'portal-sign-in', path: '/portal', answers: session(people.SIGNED_OUT), see: 'Sign in' },
  { name: 'leads', path: '/leads', answers: leads(people.LEADS), see: 'Leads', act: (page) => seeRow(page) },
  {
    name: 'leads-new-hot',
    path: '/leads?view=new-hot',
    answers: leads(people.NEW_HOT),
    see: 'Leads',
    act: (page) => seeRow(page),
  },
  {
    name: 'leads-late',
    path: '/leads',
    answers: leads(people.LATE),
    see: 'Leads',
    act: (page) => seeRow(page),
  },
  { name: 'leads-empty', path: '/leads', answers: leads(people.EMPTY), see: 'Leads' },
  {
    name: 'leads-failed',
    path: '/leads',
    answers: leads({ status: 500, code: 'unexpected', requestId: '0d4c-77' }),
    see: 'Leads',
    act: (page) => page.getByRole('alert').waitFor(),
  },
  {
    name: 'leads-loading',
    path: '/leads',
    answers: leads(null),
    see: 'Leads',
    act: (page) => page.getByText('Loading').waitFor(),
  },
  {
    name: 'evidence',
    path: `/leads?person=${people.ANNA_ID}`,
    answers: leads(people.LEADS, detail),
    act: (page) => page.getByText('Prefers the morning.').waitFor(),
  },
  {
    name: 'outcome',
    path: `/leads?person=${people.ANNA_ID}`,
    answers: leads(people.LEADS, detail),
    act: async (page) => {
      await page.getByRole('button', { name: 'Log outcome' }).click();
      await page.getByRole('button', { name: /Call back on/ }).click();
      await page.getByLabel('Date').waitFor();
    },
  },
  slots('slots', people.SLOTS, 'Their usual day and hour'),
  slots('slots-check', people.SLOTS_TO_CHECK, 'Check before offering.'),
  slots('slots-none', people.NO_SLOTS, /Nothing is free/),
  slots('slots-failed', people.SLOTS_FAILED, /could not be looked up/),
  slots('slots-looking', null, 'Looking for times in Acuity'),
  {
    name: 'viewings',
    path: `/leads?person=${people.ANNA_ID}`,
    answers: leads(people.LEADS, { ...detail, 'GET /api/people/*/views': people.VIEWINGS }),
    act: async (page) => {
      await page.getByRole('button', { name: 'Show who has viewed' }).click();
      await page.getByText(/Dr Lee, practitioner/).waitFor();
      await page.getByRole('button', { name: 'Show older' }).scrollIntoViewIfNeeded();
    },
  },
  byKey('keys', '?', 'Keys'),
  {
    name: 'locks-soon',
    path: `/leads?person=${people.ANNA_ID}`,
    answers: leads(people.LEADS, detail),
    act: async (page) => {
      await page.getByText('Prefers the morning.').waitFor();
      await later(page, 9.5);
      await page.getByText(/locks in a minute/).waitFor();
    },
  },
  {
    name: 'locked',
    path: `/leads?person=${people.ANNA_ID}`,
    answers: leads(people.LEADS, { ...detail, 'POST /auth/lock': {} }),
    act: async (page) => {
      await page.getByText('Prefers the morning.').waitFor();
      await page.getByRole('button', { name: 'Log outcome' }).click();
      await later(page, 11);
      await page.getByRole('dialog', { name: 'Locked' }).waitFor();
    },
  },
  byKey('snooze', 's', 'Snooze Anna Rivera', {
    act: (page) => page.getByRole('button', { name: /A date/ }).click(),
  }),
  byKey('owner', 'a', 'Owner of Anna Rivera'),
  byKey('note', 'n', 'Note on Anna Rivera'),
  byKey('dispute', 'x', 'A reason is wrong: Anna Rivera'),
  byKey('palette', 'Control+k', 'Go, find or do'),
  byKey('why-not', 'Control+k', 'Go, find or do', {
    answers: { 'POST /api/people/search': people.FOUND },
    act: async (page) => {
      await page.keyboard.type('Ama');
      await page.getByText(/booked Thu 26 Nov/).waitFor();
    },
  }),
  byKey('clash', 'o', 'Outcome for Anna Rivera', {
    answers: { [`POST /api/leads/${people.ANNA_ID}/outcomes`]: people.CLASH },
    act: async (page) => {
      await page.getByLabel('Note (optional)').fill('Asked for 3pm');
      await page.getByRole('button', { name: /Left message/ }).click();
      await page.getByText(/changed while you had it open/).waitFor();
    },
  }),
  byKey('undo', 'o', 'Outcome for Anna Rivera', {
    answers: { [`POST /api/leads/${people.ANNA_ID}/outcomes`]: { id: 'out-1', recordVersion: 2 } },
    act: async (page) => {
      await page.keyboard.press('3');
      await page.getByRole('button', { name: /Undo/ }).waitFor();
    },
  }),
  byKey('away', 'o', 'Outcome for Anna Rivera', {
    answers: {
      [`POST /api/leads/${people.ANNA_ID}/outcomes`]: { status: 503, code: 'busy', requestId: 'req-7' },
    },
    act: async (page) => {
      await page.keyboard.press('3');
      await page.getByText(/Not saved yet/).waitFor();
    },
  }),
  {
    name: 'permissions',
    path: `/leads?person=${people.ANNA_ID}`,
    answers: leads(people.LEADS, detail),
    act: async (page) => {
      await page.getByRole('button', { name: 'Change' }).click();
      await page.getByLabel('Voicemail').waitFor();
    },
  },
  {
    name: 'presence',
    path: `/leads?person=${people.ANNA_ID}`,
    answers: leads(people.LEADS, {
      ...detail,
      'POST /api/leads/*/presence': { others: [people.ROB.id], again: 10 },
    }),
    act: (page) => page.getByText('Rob is on this').waitFor(),
  },
  {
    name: 'hidden',
    path: `/leads?person=${people.ANNA_ID}`,
    answers: leads(people.LEADS, detail),
    act: async (page) => {
      await page.getByText('Prefers the morning.').waitFor();
      await page.keyboard.press('Shift+P');
      await page.keyboard.press('Shift+P');
      await page.getByText('Name hidden').first().waitFor();
    },
  },
  {
    name: 'snoozed',
    path: '/leads?view=snoozed',
    answers: leads(people.SNOOZED),
    see: 'Leads',
    act: (page) => page.getByText(/snoozed by Rob until something changes/).waitFor(),
  },
  {
    name: 'no-match',
    path: `/leads?band=hot&owner=${people.ROB.id}`,
    answers: leads(people.EMPTY),
    see: 'Leads',
    act: (page) => page.getByText('No one matches Owner: Rob, Band: Hot').waitFor(),
  },
  {
    name: 'pill',
    path: '/leads',
    answers: leads({ ...people.LEADS, items: people.LEADS.items.slice(1) }),
    see: 'Leads',
    act: async (page, server, answers) => {
      await seeRow(page, 'Ben Okafor');
      await page.getByRole('row', { name: /Ben Okafor/ }).focus();
      await page.keyboard.press('j');
      answers['GET /api/leads'] = people.LEADS;
      server.sendChange();
      await page.getByRole('button', { name: /1 change/ }).waitFor();
    },
  },
  {
    name: 'events',
    path: '/events',
    answers: inbox(events.PAGE),
    see: 'Events',
    act: (page) => seeRow(page, 'booking 399682891'),
  },
  {
    name: 'events-empty',
    path: '/events',
    answers: inbox(events.EMPTY),
    see: 'Events',
    act: (page) => page.getByText('No events yet').waitFor(),
  },
  {
    name: 'events-no-match',
    path: '/events?state=failed',
    answers: inbox(events.EMPTY),
    see: 'Events',
    act: (page) => page.getByText('No event matches').waitFor(),
  },
  {
    name: 'events-failed',
    path: '/events',
    answers: inbox({ status: 500, code: 'unexpected', requestId: '0d4c-77' }),
    see: 'Events',
    act: (page) => page.getByRole('alert').waitFor(),
  },
  {
    name: 'event',
    path: `/events?event=${events.EVENT_ID}`,
    answers: inbox(events.PAGE, events.DETAIL),
    act: (page) => page.getByText('Which reasons it made').waitFor(),
  },
  {
    name: 'event-reveal',
    path: `/events?event=${events.EVENT_ID}`,
    answers: inbox(events.PAGE, events.DETAIL),
    act: async (page) => {
      await page.getByRole('button', { name: 'Reveal what is hidden' }).click();
      await page.getByRole('button', { name: 'Reveal and log it' }).click();
      await page.getByText('Say why, in 3 to 500 characters').waitFor();
    },
  },
  {
    name: 'replay-since',
    path: '/events',
    answers: inbox(events.PAGE),
    act: async (page) => {
      await page.getByRole('button', { name: 'Replay what failed' }).click();
      await page.getByLabel('Date').waitFor();
    },
  },
  {
    name: 'replay-tried',
    path: `/events?replay=${events.REPLAY_ID}`,
    answers: inbox(events.PAGE, events.TRIED),
    act: (page) => page.getByRole('button', { name: 'Run the replay' }).waitFor(),
  },
  {
    name: 'compared',
    path: `/events/compared?sweep=${events.SWEEP_ID}`,
    answers: session(people.ADMIN, events.SWEEPS),
    see: 'Compared with the providers',
    act: (page) => page.getByText('missing here until then').waitFor(),
  },
  {
    name: 'replay-running',
    path: `/events?replay=${events.REPLAY_ID}`,
    answers: inbox(events.PAGE, events.RUNNING),
    act: (page) => page.getByRole('progressbar').waitFor(),
  },
  ...AUDIT_PAGES,
  ...ACCESS_PAGES,
  ...PERSON_PAGES,
  ...HOURS_PAGES,
  ...KEY_PAGES,
  ...ERASURE_PAGES,
  ...SETTINGS_PAGES,
  ...MATCH_PAGES,
  ...CALENDAR_PAGES,
  ...PORTAL_PAGES,
  ...TODAY_PAGES,
  ...CONNECTION_PAGES,
];

/** The page's clock jumps, as after a sleep; its timers go on. */
async function later(page, minutes) {
  await page.evaluate((jump) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + jump;
  }, minutes * 60_000);
}

async function seeRow(page, name = 'Anna Rivera') {
  await page.getByRole('row', { name: new RegExp(name) }).waitFor();
}

/** Of each screen one: the walks by Tab and with text twice as large take as long as all else together. ALL=1 walks every page. */
const WALKED = new Set([
  'sign-in',
  'security',
  // A dialog whose button waited for an answer.
  'security-password-wrong',
  'leads',
  'evidence',
  'leads-export',
  'people-everybody',
  'matches',
  'person',
  'calendar-list',
  'today-admin',
  'today-practitioner',
  'clients',
  'connections',
  'events',
  'audit',
  'access',
  'settings',
  'practice',
  'practice-wrong',
  'scoring',
  'hours',
  'help-numbers',
  'portal-sign-in',
  'check-in',
  'check-in-low',
  'trend',
  'trend-change',
  'trend-failed',
  'bookings',
  'me',
]);

/** What is asked of one view alone, the axe being asked of all of them. */
async function furtherFaults(page, view, { name, path }) {
  if (!process.env.ALL && !WALKED.has(name)) return [];
  if (view === VIEWS[0]) return [...(await unseenFocus(page)), ...(await lostAtTwiceTheText(page))];
  return path.startsWith('/portal') ? tooSmallForFingers(page) : [];
}

async function faultsOf(page, see) {
  const faults = [];
  if (see && !(await page.getByRole('heading', { name: see, level: 1 }).isVisible()))
    faults.push(`no heading ${see}`);
  faults.push(...(await barriers(page)));
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (overflow > 0) faults.push(`scrolls sideways by ${overflow} px`);
  return faults;
}

async function look(browser, view, { name, path, answers: made, see, act }) {
  const answers = { ...made };
  const server = await startServer(answers);
  const { width, height, name: viewName, ...options } = view;
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(Number(process.env.PATIENCE ?? 15_000));
  const complaints = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
  });
  try {
    await page.goto(server.url + path);
    if (see) await page.getByRole('heading', { name: see, level: 1 }).waitFor();
    await act?.(page, server, answers);
    const faults = [...complaints, ...(await faultsOf(page, see))];
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}-${viewName}.png` });
    if (process.env.SHOTS && view === VIEWS[0]) {
      await page.emulateMedia({ forcedColors: 'active' });
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-forced-colours.png` });
      await page.emulateMedia({ forcedColors: 'none' });
    }
    // Last, as they change the page.
    faults.push(...(await furtherFaults(page, view, { name, path })));
    if (process.env.SHOTS && view === VIEWS[0])
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-twice-the-text.png` });
    return faults;
  } finally {
    await context.close();
    server.stop();
  }
}

const browser = await openBrowser();
const wanted = process.argv.slice(2);
// Two views meet both colour schemes and both layouts; all four are for pictures.
const views = process.env.SHOTS ? VIEWS : [VIEWS[0], VIEWS[3]];
const waiting = PAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name)).flatMap((page) =>
  views.map((view) => ({ page, view })),
);
let passed = 0;
let failed = 0;
// Side by side, since a page waits more than it works; each has a server and a context of its own.
await Promise.all(
  Array.from({ length: SIDE_BY_SIDE }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { page, view } = next;
      const faults = await look(browser, view, page).catch((error) => [String(error)]);
      if (faults.length === 0) passed += 1;
      else {
        failed += 1;
        console.error(`${page.name} ${view.name}\n  ${faults.join('\n  ')}`);
      }
    }
  }),
);
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
