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
  const { state, ended } = useSession();
  if (state === 'second-factor') return <SecondFactor />;
  return (
    <Letterhead brand={t('app:brand')} title={t('title')}>
      {ended && <Note tone="info">{t(`ended-${ended}`)}</Note>}
      <PasswordForm />
      <PasskeySignIn hasField />
    </Letterhead>
  );
}
