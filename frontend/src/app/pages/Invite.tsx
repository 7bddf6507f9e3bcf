import { useNavigate } from '@tanstack/react-router';

import { useSessionRefresh } from '@/api/session';
import { useWords } from '@/app/pages/useWords';
import { InvitePage } from '@/features/invite/InvitePage';
import { paths } from '@/lib/paths';
import words from '@/locales/en/invite.json';

/** Leads on from an accepted invite, to wherever the gate sends the new account. */
export function Invite({ token }: { token: string | null }) {
  useWords('invite', words);
  const refresh = useSessionRefresh();
  const navigate = useNavigate();
  const goOn = async () => {
    await refresh();
    await navigate({ to: paths.start, replace: true });
  };
  return <InvitePage token={token} onAccepted={() => void goOn()} />;
}
