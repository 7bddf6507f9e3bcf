import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { answered, auth } from '@/api/client';
import { useProblemWords } from '@/api/errors';
import { answerWithPasskey, hasPasskeys } from '@/api/passkeys';
import { useSessionRefresh } from '@/api/session';
import { usePasskeysInField } from '@/features/sign-in/usePasskeysInField';
import { Failure } from '@/ui/Failure';

interface PasskeySignInProps {
  /** Whether the page has an e-mail field in which the browser may offer them too. */
  hasField?: boolean;
  /** Whether there is no other way on this page. */
  isMain?: boolean;
}

/** A passkey in place of all typing; nothing where the browser knows none. */
export function PasskeySignIn({ hasField = false, isMain = false }: PasskeySignInProps) {
  const { t } = useTranslation('common');
  const words = useProblemWords();
  const refresh = useSessionRefresh();
  const signIn = useMutation({ mutationFn: signInByPasskey, onSuccess: refresh });
  const waitInField = usePasskeysInField(hasField && hasPasskeys(), () => signIn.mutateAsync(true));
  if (!hasPasskeys()) return null;
  // In the field nobody pressed anything: what comes to nothing there needs no words.
  const isQuiet = signIn.variables === true && signIn.error?.message !== 'passkey-refused';
  return (
    <>
      {signIn.isError && !isQuiet && <Failure {...words(signIn.error)} />}
      <Button
        variant={isMain ? 'filled' : 'default'}
        fullWidth
        leftSection={<KeyRound size={18} aria-hidden />}
        loading={signIn.isPending && signIn.variables === false}
        onClick={() => signIn.mutate(false, { onError: waitInField })}
      >
        {t('use-passkey')}
      </Button>
    </>
  );
}

async function signInByPasskey(isByField: boolean) {
  const question = await answered(auth.POST('/auth/passkey/options'));
  const answer = await answerWithPasskey(question, isByField);
  return answered(auth.POST('/auth/passkey', { body: answer }));
}
