import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { signOut, useSession } from '@/api/session';
import { paths } from '@/lib/paths';
import { Failure } from '@/ui/Failure';
import { Letterhead } from '@/ui/Letterhead';

/** For people who are in, but whose pages this version does not have yet. Says so, and lets them out again. */
export function NotOpenPage({ startPage }: { startPage: string }) {
  const { t } = useTranslation(['not-open', 'app']);
  const { account } = useSession();
  const words = useProblemWords();
  const leaving = useMutation({ mutationFn: () => signOut(startPage) });
  return (
    <Letterhead brand={t('app:brand')} title={t('title')}>
      <p>{t('signed-in-as', { name: account?.displayName })}</p>
      <p>{t('what-now')}</p>
      <p>
        <Link to={paths.security}>{t('security')}</Link>
      </p>
      {leaving.isError && <Failure {...words(leaving.error)} />}
      <div>
        <Button variant="default" onClick={() => leaving.mutate()} loading={leaving.isPending}>
          {t('sign-out')}
        </Button>
      </div>
    </Letterhead>
  );
}
