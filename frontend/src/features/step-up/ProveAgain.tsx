import { useMutation } from '@tanstack/react-query';

import { answered, auth } from '@/api/client';
import { useProblemWords } from '@/api/errors';
import { useSessionRefresh } from '@/api/session';
import { CodeForm } from '@/ui/CodeForm';

interface ProveAgainProps {
  label: string;
  button: string;
  onProved: () => void;
}

/** A second factor once more, by someone who is signed in or whose screen is locked. */
export function ProveAgain({ label, button, onProved }: ProveAgainProps) {
  const words = useProblemWords();
  const refresh = useSessionRefresh();
  const prove = useMutation({
    mutationFn: (code: string) => answered(auth.POST('/auth/step-up', { body: { code } })),
    onSuccess: async () => {
      onProved();
      await refresh();
    },
  });
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
