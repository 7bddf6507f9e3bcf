import { useTranslation } from 'react-i18next';

import { useSession } from '@/api/session';
import { PasswordForm } from '@/features/sign-in/PasswordForm';
import { SecondFactor } from '@/features/sign-in/SecondFactor';
import { Letterhead } from '@/ui/Letterhead';
import { Note } from '@/ui/Note';

/** E-mail and password first, then the second factor; the server knows which of the two is due. */
export function SignInPage() {
  const { t } = useTranslation(['sign-in', 'app']);
  const { state, ended } = useSession();
  const isHalfway = state === 'second-factor';
  return (
    <Letterhead brand={t('app:brand')} title={isHalfway ? t('title-code') : t('title')}>
      {ended && !isHalfway && <Note tone="info">{t(`ended-${ended}`)}</Note>}
      {isHalfway ? <SecondFactor /> : <PasswordForm />}
    </Letterhead>
  );
}
