import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, auth } from '@/api/client';
import { useProblemWords } from '@/api/errors';
import { PasswordChoice } from '@/features/invite/PasswordChoice';
import { Failure } from '@/ui/Failure';
import { Letterhead } from '@/ui/Letterhead';
import { Note } from '@/ui/Note';

interface InvitePageProps {
  token: string | null;
  onAccepted: () => void;
}

/** Opens an invite link. No product name here: the person may be a client, and clients meet none of our words. */
export function InvitePage({ token, onAccepted }: InvitePageProps) {
  const { t } = useTranslation('invite');
  return (
    <Letterhead brand={t('brand')} title={t('title')}>
      {token ? (
        <OpenedInvite token={token} onAccepted={onAccepted} />
      ) : (
        <Note tone="info">{t('no-token')}</Note>
      )}
    </Letterhead>
  );
}

function OpenedInvite({ token, onAccepted }: { token: string; onAccepted: () => void }) {
  const { t } = useTranslation('invite');
  const words = useProblemWords();
  const invite = useQuery({
    queryKey: ['invite'],
    queryFn: () => answered(auth.POST('/auth/invites/open', { body: { token } })),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (invite.isError) return <Failure {...words(invite.error)} onRetry={() => void invite.refetch()} />;
  if (!invite.data) return <p role="status">{t('opening')}</p>;
  return (
    <>
      <p>{t('hello', { name: invite.data.displayName })}</p>
      <PasswordChoice token={token} onAccepted={onAccepted} />
    </>
  );
}
