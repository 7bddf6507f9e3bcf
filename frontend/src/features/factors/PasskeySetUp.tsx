import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, auth } from '@/api/client';
import { makePasskey } from '@/api/passkeys';
import { useSessionRefresh } from '@/api/session';
import classes from '@/features/factors/ChooseFactor.module.css';
import { RECOVERY_CODES_KEY } from '@/features/factors/recoveryCodes';
import { SetUpFailure } from '@/features/factors/SetUpFailure';
import { useDeviceName } from '@/features/factors/useDeviceName';

/** The device's own dialog does all of it; its name can be changed later. */
export function PasskeySetUp({ onOver }: { onOver: () => void }) {
  const { t } = useTranslation('set-up');
  const client = useQueryClient();
  const refresh = useSessionRefresh();
  const name = useDeviceName();
  const make = useMutation({
    mutationFn: async () => {
      const options = await answered(auth.POST('/auth/set-up/passkey'));
      return answered(auth.POST('/auth/set-up/passkey/confirm', { body: await makePasskey(options, name) }));
    },
    onSuccess: async (codes) => {
      client.setQueryData(RECOVERY_CODES_KEY, { ...codes, isPasskeyReady: true });
      await refresh();
    },
  });
  return (
    <section className={classes.way} aria-labelledby="way-passkey">
      <h2 id="way-passkey" className={classes.name}>
        {t('passkey')} <span className={classes.recommended}>{t('recommended')}</span>
      </h2>
      <p>{t('what-passkey')}</p>
      {make.isError && <SetUpFailure error={make.error} onOver={onOver} />}
      {make.isError && <p>{t('passkey-later')}</p>}
      <Button onClick={() => make.mutate()} loading={make.isPending}>
        {t('choose-passkey')}
      </Button>
    </section>
  );
}
