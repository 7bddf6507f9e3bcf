import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { askContact } from '@/features/check-in/checkIns';
import classes from '@/features/check-in/CheckIn.module.css';
import { HelpNumbers } from '@/features/check-in/HelpNumbers';
import { portalPaths } from '@/lib/paths';
import { Failure } from '@/ui/Failure';
import { Note } from '@/ui/Note';
import { PageTitle } from '@/ui/PageTitle';

/** Saved. After a low answer help comes first, in plain words: nobody is called, and nothing is diagnosed. */
export function SavedStep({ isLow }: { isLow: boolean }) {
  const { t } = useTranslation('check-in');
  return (
    <div className={classes.step}>
      {isLow ? <AfterLow /> : <PageTitle words={t('saved')} isStep />}
      <p>{isLow ? t('saved-too') : t('saved-help')}</p>
      <p>
        <Link to={portalPaths.trend}>{t('to-trend')}</Link>
      </p>
    </div>
  );
}

function AfterLow() {
  const { t } = useTranslation('check-in');
  const asking = useMutation({ mutationFn: askContact });
  return (
    <>
      <PageTitle words={t('low-title')} isStep />
      <p>{t('low-help')}</p>
      <HelpNumbers withPractice />
      {asking.isError && <Failure text={t('not-asked')} />}
      {asking.isSuccess ? (
        <Note tone="info">{t('asked-contact')}</Note>
      ) : (
        <Button variant="default" onClick={() => asking.mutate()} loading={asking.isPending}>
          {t('ask-contact')}
        </Button>
      )}
    </>
  );
}
