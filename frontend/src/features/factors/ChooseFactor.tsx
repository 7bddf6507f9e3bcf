import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { hasPasskeys } from '@/api/passkeys';
import { useSession } from '@/api/session';
import { AuthenticatorKey } from '@/features/factors/AuthenticatorKey';
import classes from '@/features/factors/ChooseFactor.module.css';
import { PasskeySetUp } from '@/features/factors/PasskeySetUp';
import { Note } from '@/ui/Note';

/** A passkey, which is recommended, or an app; in a browser without passkeys the app alone. */
export function ChooseFactor({ onOver }: { onOver: () => void }) {
  const { t } = useTranslation('set-up');
  const { recoveryCodesLeft } = useSession();
  const [isApp, setApp] = useState(false);
  if (isApp) return <AuthenticatorKey onOver={onOver} />;
  const canPasskey = hasPasskeys();
  return (
    <>
      {recoveryCodesLeft === undefined ? (
        <p>{t('why')}</p>
      ) : (
        <Note tone={recoveryCodesLeft <= 3 ? 'warn' : 'info'}>
          {t('recovered')} {t('recovered-left', { count: recoveryCodesLeft })}
        </Note>
      )}
      {canPasskey ? <PasskeySetUp onOver={onOver} /> : <Note tone="info">{t('no-passkeys')}</Note>}
      <section className={classes.way} aria-labelledby="way-app">
        <h2 id="way-app" className={classes.name}>
          {t('app')}
        </h2>
        <p>{t('what-app')}</p>
        <Button variant={canPasskey ? 'default' : 'filled'} onClick={() => setApp(true)}>
          {t('choose-app')}
        </Button>
      </section>
    </>
  );
}
