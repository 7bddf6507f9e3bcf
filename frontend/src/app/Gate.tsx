import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useChildMatches, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { placeFor, placeOfNobody } from '@/app/place';
import { useProblemWords } from '@/api/errors';
import { leave, sessionQuery } from '@/api/session';
import type { Door } from '@/lib/paths';
import { Failure } from '@/ui/Failure';
import { Letterhead } from '@/ui/Letterhead';

/** Around every page: nothing of anybody is shown before the server has said where this browser stands. */
export function Gate({ door }: { door: Door }) {
  const { t } = useTranslation('app');
  const words = useProblemWords();
  const session = useQuery(sessionQuery);
  const address = useLocation({ select: (location) => location.pathname });
  // The page that would be drawn, not the address: while a redirect is under way, the address is ahead of the page, and
  // a page that someone may not see would be drawn for a moment.
  const drawn = useChildMatches({ select: (matches) => matches.at(-1)?.pathname });
  const path = drawn ?? address;
  const place = session.data ? placeFor(door, session.data, path) : placeOfNobody(door, path);
  if (place?.kind === 'leave') return <Leave to={place.to} />;
  if (place?.kind === 'go') return <Navigate to={place.to} replace />;
  // One and the same for both: what was chosen before the session was known must not be lost when it is.
  if (place) return <Outlet />;
  if (!session.isError) return null;
  return (
    <Letterhead brand={t('brand')} title={t('common:page-failed')}>
      <Failure {...words(session.error)} onRetry={() => void session.refetch()} />
    </Letterhead>
  );
}

function Leave({ to }: { to: string }) {
  useEffect(() => leave.to(to), [to]);
  return null;
}
