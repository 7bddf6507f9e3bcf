import { useHotkeys } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { Eye, EyeOff, KeyRound, ListOrdered, LogOut, ScrollText, ShieldCheck, Webhook } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { signOut, useSession } from '@/api/session';
import { IdleLock } from '@/app/IdleLock';
import classes from '@/app/StaffLayout.module.css';
import { Palette } from '@/features/leads/Palette';
import { StepUp } from '@/features/step-up/StepUp';
import { doors, paths, staffPages } from '@/lib/paths';
import { CommandsProvider, usePalette } from '@/ui/Commands';
import { Failure } from '@/ui/Failure';
import { PrivacyProvider, usePrivacy } from '@/ui/Privacy';

/** From here on the recovery codes are worth a word wherever one is. */
const FEW = 3;

const ICONS = { leads: ListOrdered, events: Webhook, audit: ScrollText, access: KeyRound };

/** The rail beside every staff page. It lists the pages that exist, and nothing that does not work yet. */
export function StaffLayout() {
  const { t } = useTranslation('staff');
  // Others of the staff come here for what is their own.
  const isAdmin = useSession().account?.role === 'admin';
  return (
    <PrivacyProvider>
      <CommandsProvider>
        <div className={classes.layout}>
          <nav aria-label={t('pages')} className={classes.rail}>
            <div className={classes.brand}>{t('app:brand')}</div>
            <div className={classes.pages}>
              {isAdmin && (
                <>
                  <RailLinks behind={false} />
                  <p className={classes.group}>{t('behind-the-scenes')}</p>
                  <RailLinks behind />
                </>
              )}
            </div>
            <Account />
          </nav>
          <main className={classes.main}>
            <Outlet />
          </main>
        </div>
        {isAdmin && <Palette />}
        <StepUp />
        <IdleLock />
      </CommandsProvider>
    </PrivacyProvider>
  );
}

function RailLinks({ behind }: { behind: boolean }) {
  const { t } = useTranslation('staff');
  return staffPages
    .filter((page) => page.behind === behind)
    .map(({ name, path }) => {
      const Icon = ICONS[name];
      return (
        <Link key={name} to={path} className={classes.link} activeOptions={{ includeSearch: false }}>
          <Icon size={20} aria-hidden />
          {t(name)}
        </Link>
      );
    });
}

function Account() {
  const { t } = useTranslation('staff');
  const words = useProblemWords();
  const { account, recoveryCodesLeft = FEW + 1 } = useSession();
  const { mode, change } = usePrivacy();
  const leaving = useMutation({ mutationFn: () => signOut(doors.staff) });
  const { open } = usePalette();
  useHotkeys([['shift+P', change]]);
  // From anywhere, a field too: with its modifier the key types nothing.
  useHotkeys([['mod+K', open]], []);
  const Icon = mode === 'names' ? Eye : EyeOff;
  return (
    <div className={classes.account}>
      {leaving.isError && <Failure {...words(leaving.error)} />}
      <button type="button" className={classes.link} onClick={change} title={t('privacy-keys')}>
        <Icon size={20} aria-hidden />
        {t(`privacy-${mode}`)}
      </button>
      <Link to={paths.security} className={classes.link}>
        <ShieldCheck size={20} aria-hidden />
        {recoveryCodesLeft > FEW ? t('security') : t('security-few', { count: recoveryCodesLeft })}
      </Link>
      <button type="button" className={classes.link} onClick={() => leaving.mutate()}>
        <LogOut size={20} aria-hidden />
        {t('sign-out')}
      </button>
      <p className={classes.who}>{account?.displayName}</p>
    </div>
  );
}
