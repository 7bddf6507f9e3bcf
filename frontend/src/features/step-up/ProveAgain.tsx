import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { answered, auth } from '@/api/client';
import { useProblemWords } from '@/api/errors';
import { answerWithPasskey, hasPasskeys } from '@/api/passkeys';
import { useSession, useSessionRefresh } from '@/api/session';
import { CodeForm } from '@/ui/CodeForm';
import { Failure } from '@/ui/Failure';

interface ProveAgainProps {
  button: string;
  onProved: () => void;
}

/** A second factor once more, by someone who is signed in or whose screen is locked: whichever they have. */
export function ProveAgain({ button, onProved }: ProveAgainProps) {
  const { t } = useTranslation('common');
  const { secondFactors = [] } = useSession();
  const hasApp = secondFactors.includes('app');
  return (
    <>
      {hasApp && <AppAgain label={t('code')} button={button} onProved={onProved} />}
      {secondFactors.includes('passkey') && hasPasskeys() && (
        <PasskeyAgain isMain={!hasApp} onProved={onProved} />
      )}
    </>
  );
}

function useProof<T>(prove: (proof: T) => Promise<unknown>, onProved: () => void) {
  const refresh = useSessionRefresh();
  return useMutation({
    mutationFn: prove,
    onSuccess: async () => {
      onProved();
      await refresh();
    },
  });
}

function AppAgain({ label, button, onProved }: ProveAgainProps & { label: string }) {
  const words = useProblemWords();
  const prove = useProof(
    (code: string) => answered(auth.POST('/auth/step-up', { body: { code } })),
    onProved,
  );
  return (
    <CodeForm
      label={label}
      button={button}
      isMain
      isOnTop
      isSending={prove.isPending}
      failure={prove.isError ? words(prove.error) : undefined}
      onCode={(code) => prove.mutate(code)}
    />
  );
}

function PasskeyAgain({ isMain, onProved }: { isMain: boolean; onProved: () => void }) {
  const { t } = useTranslation('common');
  const words = useProblemWords();
  const prove = useProof<void>(proveByPasskey, onProved);
  return (
    <>
      {prove.isError && <Failure {...words(prove.error)} />}
      <Button
        data-mantine-stop-propagation="true"
        variant={isMain ? 'filled' : 'default'}
        leftSection={<KeyRound size={18} aria-hidden />}
        autoFocus={isMain}
        loading={prove.isPending}
        onClick={() => prove.mutate()}
      >
        {t('use-passkey')}
      </Button>
    </>
  );
}

async function proveByPasskey() {
  const question = await answered(auth.POST('/auth/step-up/passkey/options'));
  const answer = await answerWithPasskey(question, false);
  return answered(auth.POST('/auth/step-up/passkey', { body: answer }));
}
