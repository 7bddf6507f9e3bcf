import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { signOut } from '@/api/session';
import { ContactPart } from '@/features/me/ContactPart';
import { ErasurePart } from '@/features/me/ErasurePart';
import classes from '@/features/me/Me.module.css';
import { PagesPart } from '@/features/me/PagesPart';
import { ViewedPart } from '@/features/me/ViewedPart';
import { doors, paths } from '@/lib/paths';
import { forgetPages } from '@/lib/shell';
import { Failure } from '@/ui/Failure';
import { PageTitle } from '@/ui/PageTitle';

/** What is a client's own to say: how they may be reached, how their pages look, who may have been there. */
export function MePage({ data }: { data?: ReactNode }) {
  const { t } = useTranslation('me');
  return (
    <div className={classes.page}>
      <PageTitle words={t('title')} />
      <ContactPart />
      <ViewedPart />
      <PagesPart />
      {data}
      <ErasurePart />
      <p>
        <Link to={paths.security} className={classes.link}>
          {t('security')}
        </Link>
      </p>
      <SignOut />
    </div>
  );
}

function SignOut() {
  const { t } = useTranslation('me');
  const words = useProblemWords();
  const leaving = useMutation({
    mutationFn: async () => {
      await forgetPages();
      await signOut(doors.portal);
    },
  });
  return (
    <div>
      {leaving.isError && <Failure {...words(leaving.error)} />}
      <Button variant="default" onClick={() => leaving.mutate()} loading={leaving.isPending}>
        {t('sign-out')}
      </Button>
    </div>
  );
}
