import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, auth } from '@/api/client';
import { CodeList } from '@/features/factors/CodeList';
import { ConfirmCodes } from '@/features/factors/ConfirmCodes';
import { RECOVERY_CODES_KEY, type ShownCodes } from '@/features/factors/recoveryCodes';
import { SetUpFailure } from '@/features/factors/SetUpFailure';
import { Note } from '@/ui/Note';

/** Shows the ten codes once. After a reload the old ones are gone from memory, so ten new ones are made. */
export function RecoveryCodes({ onOver }: { onOver: () => void }) {
  const { t } = useTranslation('set-up');
  const codes = useQuery({
    queryKey: RECOVERY_CODES_KEY,
    queryFn: (): Promise<ShownCodes> => answered(auth.POST('/auth/set-up/recovery-codes')),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (codes.isError)
    return <SetUpFailure error={codes.error} onOver={onOver} onRetry={() => void codes.refetch()} />;
  if (!codes.data) return <p role="status">{t('making-codes')}</p>;
  return (
    <>
      {codes.data.isPasskeyReady && <Note tone="info">{t('passkey-ready')}</Note>}
      <p>{t('codes-help')}</p>
      <CodeList codes={codes.data} />
      <ConfirmCodes onOver={onOver} />
    </>
  );
}
