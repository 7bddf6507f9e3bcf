import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { signOut } from '@/api/session';
import { doors } from '@/lib/paths';
import { PageTitle } from '@/ui/PageTitle';

/** For an account that no invitation tied to a record: says so, and lets its owner out again. */
export function NotTied() {
  const { t } = useTranslation('portal-frame');
  const leaving = useMutation({ mutationFn: () => signOut(doors.portal) });
  return (
    <>
      <PageTitle words={t('not-tied')} />
      <p>{t('not-tied-help')}</p>
      <div>
        <Button variant="default" onClick={() => leaving.mutate()} loading={leaving.isPending}>
          {t('sign-out')}
        </Button>
      </div>
    </>
  );
}
