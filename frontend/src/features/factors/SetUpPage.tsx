import { useTranslation } from 'react-i18next';

import { useSession } from '@/api/session';
import { ChooseFactor } from '@/features/factors/ChooseFactor';
import { RecoveryCodes } from '@/features/factors/RecoveryCodes';
import { Letterhead } from '@/ui/Letterhead';
import classes from '@/features/factors/SetUpPage.module.css';

interface SetUpPageProps {
  /** Called when the ten minutes are over: the only way on is a fresh sign-in. */
  onOver: () => void;
}

/** Forced before anything else. The server remembers the step, so a reload goes on where it stopped. */
export function SetUpPage({ onOver }: SetUpPageProps) {
  const { t } = useTranslation(['set-up', 'app']);
  const { setUpStep } = useSession();
  const isLast = setUpStep === 'codes';
  return (
    <Letterhead brand={t('app:brand')} title={isLast ? t('title-codes') : t('title')}>
      <p className={classes.step}>{t('step', { step: isLast ? 2 : 1, of: 2 })}</p>
      {isLast ? <RecoveryCodes onOver={onOver} /> : <ChooseFactor onOver={onOver} />}
    </Letterhead>
  );
}
