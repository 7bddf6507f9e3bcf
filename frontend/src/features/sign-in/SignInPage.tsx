import { useTranslation } from 'react-i18next';

import { useSession } from '@/api/session';
import { PasskeySignIn } from '@/features/sign-in/PasskeySignIn';
import { PasswordForm } from '@/features/sign-in/PasswordForm';
import { SecondFactor } from '@/features/sign-in/SecondFactor';
import { Letterhead } from '@/ui/Letterhead';
import { Note } from '@/ui/Note';

/** E-mail and password first, then the second factor, or a passkey for both; the server knows what is due. */
export function SignInPage() {
  const { t } = useTranslation(['sign-in', 'app']);
  const { state, ended, secondFactors = [] } = useSession();
  const isHalfway = state === 'second-factor';
  const halfway = secondFactors.includes('app') ? t('title-code') : t('title-passkey');
  return (
    <Letterhead brand={t('app:brand')} title={isHalfway ? halfway : t('title')}>
      {ended && !isHalfway && <Note tone="info">{t(`ended-${ended}`)}</Note>}
      {isHalfway ? (
        <SecondFactor />
      ) : (
        <>
          <PasswordForm />
          <PasskeySignIn hasField />
        </>
      )}
    </Letterhead>
  );
}
