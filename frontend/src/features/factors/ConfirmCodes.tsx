import { useMutation, useQueryClient } from '@tanstack/react-query';

import { answered, auth } from '@/api/client';
import { hasCode } from '@/api/problem';
import { useSessionRefresh } from '@/api/session';
import { CopiedCodeForm } from '@/features/factors/CopiedCodeForm';
import { ASKED_NUMBER, RECOVERY_CODES_KEY } from '@/features/factors/recoveryCodes';
import { SetUpFailure } from '@/features/factors/SetUpFailure';

/** The last step of the set-up; afterwards the codes are forgotten here. */
export function ConfirmCodes({ onOver }: { onOver: () => void }) {
  const client = useQueryClient();
  const refresh = useSessionRefresh();
  const confirm = useMutation({
    mutationFn: (code: string) =>
      answered(auth.POST('/auth/set-up/recovery-codes/confirm', { body: { number: ASKED_NUMBER, code } })),
    onSuccess: async () => {
      await refresh();
      client.removeQueries({ queryKey: RECOVERY_CODES_KEY });
    },
  });
  const { error } = confirm;
  if (error && hasCode(error, 'set-up-expired')) return <SetUpFailure error={error} onOver={onOver} />;
  return (
    <CopiedCodeForm error={error} isSending={confirm.isPending} onCode={(code) => confirm.mutate(code)} />
  );
}
