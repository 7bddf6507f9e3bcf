import { useHotkeys } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { Eye, EyeOff, ListOrdered, LogOut, ScrollText } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { signOut, useSession } from '@/api/session';
import classes from '@/app/StaffLayout.module.css';
import { doors, paths } from '@/lib/paths';
import { Failure } from '@/ui/Failure';
import { PrivacyProvider, usePrivacy } from '@/ui/Privacy';

/** The rail beside every staff page. It lists the pages that exist, and nothing that does not work yet. */
export function StaffLayout() {
  const { t } = useTranslation('staff');
  return (
    <PrivacyProvider>
      <div className={classes.layout}>
        <nav aria-label={t('pages')} className={classes.rail}>
          <div className={classes.brand}>{t('app:brand')}</div>
          <div className={classes.pages}>
            <Link to={paths.leads} className={classes.link} activeOptions={{ includeSearch: false }}>
              <ListOrdered size={20} aria-hidden />
              {t('leads')}
            </Link>
            <p className={classes.group}>{t('behind-the-scenes')}</p>
            <Link to={paths.audit} className={classes.link} activeOptions={{ includeSearch: false }}>
              <ScrollText size={20} aria-hidden />
              {t('audit')}
            </Link>
          </div>
          <Account />
        </nav>
        <main className={classes.main}>
          <Outlet />
        </main>
      </div>
    </PrivacyProvider>
  );
}

function Account() {
  const { t } = useTranslation('staff');
  const words = useProblemWords();
  const { account } = useSession();
  const { mode, change } = usePrivacy();
  const leaving = useMutation({ mutationFn: () => signOut(doors.staff) });
  useHotkeys([['shift+P', change]]);
  const Icon = mode === 'names' ? Eye : EyeOff;
  return (
    <div className={classes.account}>
      {leaving.isError && <Failure {...words(leaving.error)} />}
      <button type="button" className={classes.link} onClick={change} title={t('privacy-keys')}>
        <Icon size={20} aria-hidden />
        {t(`privacy-${mode}`)}
      </button>
      <button type="button" className={classes.link} onClick={() => leaving.mutate()}>
        <LogOut size={20} aria-hidden />
        {t('sign-out')}
      </button>
      <p className={classes.who}>{account?.displayName}</p>
    </div>
  );
}
