import type { Session } from '@/api/session';
import { type Door, doors, linkPages, paths } from '@/lib/paths';

/** Where someone may be: here, elsewhere in this app, or at the other door. */
export type Place = { kind: 'here' } | { kind: 'go'; to: string } | { kind: 'leave'; to: string };

const HERE: Place = { kind: 'here' };

/** Decides from the session alone; nobody with one factor gets past the set-up or the sign-in page. */
export function placeFor(door: Door, session: Session, path: string): Place {
  // A link is opened by whoever holds it, also on a machine where someone else is signed in.
  if (linkPages.includes(path)) return HERE;
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

function insidePlace(session: Session, path: string): Place {
  const isAdmin = session.account?.role === 'admin';
  // How one signs in is everybody's own.
  if (path === paths.security) return HERE;
  if (path === paths.signIn || path === paths.setUp || path === paths.start)
    return stayAt(isAdmin ? paths.leads : paths.start, path);
  return isAdmin ? HERE : stayAt(paths.start, path);
}

function otherDoor(door: Door, { account }: Session): Place | null {
  if (!account) return null;
  const own: Door = account.role === 'client' ? 'portal' : 'staff';
  return own === door ? null : { kind: 'leave', to: doors[own] };
}

function stayAt(target: string, path: string): Place {
  return path === target ? HERE : { kind: 'go', to: target };
}
