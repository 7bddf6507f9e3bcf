import { useHotkeys } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import {
  Cable,
  CalendarDays,
  Eye,
  EyeOff,
  KeyRound,
  ListOrdered,
  LogOut,
  ScrollText,
  Settings2,
  ShieldCheck,
  Sunrise,
  Users,
  UsersRound,
  Webhook,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { signOut, useSession } from '@/api/session';
import { usePracticesWords } from '@/api/usePracticesWords';
import { IdleLock } from '@/app/IdleLock';
import { PrintHead } from '@/app/PrintHead';
import classes from '@/app/StaffLayout.module.css';
import { StepUp } from '@/features/step-up/StepUp';
import { doors, paths, practitionerPages, staffPages } from '@/lib/paths';
import { CommandsProvider, usePalette } from '@/ui/Commands';
import { Failure } from '@/ui/Failure';
import { later } from '@/ui/later';
import { PrivacyProvider, usePrivacy } from '@/ui/Privacy';

const Palette = later(() => import('@/features/leads/Palette').then((part) => part.Palette));

/** From here on the recovery codes are worth a word wherever one is. */
const FEW = 3;

const ICONS = {
  leads: ListOrdered,
  people: Users,
  calendar: CalendarDays,
  today: Sunrise,
  clients: UsersRound,
  connections: Cable,
  events: Webhook,
  audit: ScrollText,
  access: KeyRound,
  settings: Settings2,
};

/** The rail beside every staff page. It lists the pages that exist, and nothing that does not work yet. */
export function StaffLayout() {
  const { t } = useTranslation('staff');
  const isAdmin = useSession().account?.role === 'admin';
  usePracticesWords();
  return (
    <PrivacyProvider>
      <CommandsProvider>
        <div className={classes.layout}>
          <nav aria-label={t('pages')} className={classes.rail}>
            <div className={classes.brand}>{t('app:brand')}</div>
            <div className={classes.pages}>
              {isAdmin ? (
                <>
                  <RailLinks pages={staffPages.filter(({ behind }) => !behind)} />
                  <p className={classes.group}>{t('behind-the-scenes')}</p>
                  <RailLinks pages={staffPages.filter(({ behind }) => behind)} />
                </>
              ) : (
                <RailLinks pages={practitionerPages} />
              )}
            </div>
            <Account />
          </nav>
          <main className={classes.main}>
            <PrintHead />
            <Outlet />
          </main>
        </div>
        {isAdmin && <OpenedPalette />}
        <StepUp />
        <IdleLock />
      </CommandsProvider>
    </PrivacyProvider>
  );
}

function OpenedPalette() {
  return <Palette isNeeded={usePalette().offered !== null} />;
}

interface RailLinksProps {
  pages: readonly { name: keyof typeof ICONS; path: string }[];
}

function RailLinks({ pages }: RailLinksProps) {
  const { t } = useTranslation('staff');
  return pages.map(({ name, path }) => {
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
