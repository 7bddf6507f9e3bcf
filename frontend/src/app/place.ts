import type { Session } from '@/api/session';
import { type Door, doors, linkPages, openPages, paths, portalPaths, practitionerPages } from '@/lib/paths';

/** Where someone may be: here, elsewhere in this app, or at the other door. */
export type Place = { kind: 'here' } | { kind: 'go'; to: string } | { kind: 'leave'; to: string };

const HERE: Place = { kind: 'here' };

/** Decides from the session alone; nobody with one factor gets past the set-up or the sign-in page. */
export function placeFor(door: Door, session: Session, path: string): Place {
  // A link is opened by whoever holds it, also on a machine where someone else is signed in.
  if (linkPages.includes(path)) return HERE;
  // Help must not wait for a sign-in.
  if (door === 'portal' && path === portalPaths.help) return HERE;
  switch (session.state) {
    case 'signed-out':
    case 'second-factor':
      return stayAt(paths.signIn, path);
    case 'set-up':
      return otherDoor(door, session) ?? stayAt(paths.setUp, path);
    case 'signed-in':
    // A locked screen keeps its place, under a cover.
    case 'locked':
      return otherDoor(door, session) ?? insidePlace(session, path);
  }
}

/** While nobody knows who is there: a few pages of the portal open on a bad line at once. They show nothing of anybody. */
export function placeOfNobody(door: Door, path: string): Place | null {
  return door === 'portal' && openPages.includes(path) ? HERE : null;
}

function insidePlace(session: Session, path: string): Place {
  const role = session.account?.role ?? 'client';
  // How one signs in is everybody's own.
  if (path === paths.security) return HERE;
  // Whoever has just set up is asked for the practice's card, which the first of them makes.
  if (path === paths.setUp && role === 'admin') return stayAt(paths.firstCard, path);
  if (path === paths.signIn || path === paths.setUp || path === paths.start)
    return stayAt(STARTS[role], path);
  return role === 'practitioner' && !isForPractitioners(path) ? stayAt(STARTS[role], path) : HERE;
}

const STARTS = { admin: paths.leads, practitioner: paths.today, client: portalPaths.checkIn } as const;
const PRACTITIONERS = new Set<string>(practitionerPages.map((page) => page.path));
/** A person's page; whether that person is theirs, the server decides. */
const A_PERSON = new RegExp(`^${paths.person.replace('$personId', '[\\da-f-]{36}')}$`);

function isForPractitioners(path: string): boolean {
  return PRACTITIONERS.has(path) || A_PERSON.test(path);
}

function otherDoor(door: Door, { account }: Session): Place | null {
  if (!account) return null;
  const own: Door = account.role === 'client' ? 'portal' : 'staff';
  return own === door ? null : { kind: 'leave', to: doors[own] };
}

function stayAt(target: string, path: string): Place {
  return path === target ? HERE : { kind: 'go', to: target };
}
