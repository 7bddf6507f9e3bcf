import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { CalendarDays, CircleUser, MessageCircleHeart } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { meQuery } from '@/api/me';
import { hasCode } from '@/api/problem';
import { sessionQuery } from '@/api/session';
import classes from '@/app/PortalLayout.module.css';
import { NotTied } from '@/app/NotTied';
import { portalPaths } from '@/lib/paths';
import { keepPages } from '@/lib/shell';

const TABS = [
  { name: 'check-in', path: portalPaths.checkIn, icon: MessageCircleHeart },
  { name: 'bookings', path: portalPaths.bookings, icon: CalendarDays },
  { name: 'me', path: portalPaths.me, icon: CircleUser },
] as const;

/** The client's pages with their tabs at the thumb. */
export function PortalLayout() {
  const { t } = useTranslation('portal-frame');
  const { data: session } = useQuery(sessionQuery);
  const isIn = session?.state === 'signed-in';
  const me = useQuery({ ...meQuery, enabled: isIn });
  useEffect(() => {
    if (isIn) keepPages();
  }, [isIn]);
  const textSize = me.data?.textSize ?? 'usual';
  useEffect(() => {
    document.documentElement.dataset.text = textSize;
    return () => {
      delete document.documentElement.dataset.text;
    };
  }, [textSize]);
  return (
    <div className={classes.layout}>
      <main className={classes.main}>{hasCode(me.error, 'no-record') ? <NotTied /> : <Outlet />}</main>
      <nav aria-label={t('tabs')} className={classes.tabs}>
        {TABS.map(({ name, path, icon: Icon }) => (
          <Link key={name} to={path} className={classes.tab} activeOptions={{ includeSearch: false }}>
            <Icon size={24} aria-hidden />
            {t(`tab-${name}`)}
          </Link>
        ))}
      </nav>
    </div>
  );
}
