import { useNavigate } from '@tanstack/react-router';

import { useSessionRefresh } from '@/api/session';
import { InvitePage } from '@/features/invite/InvitePage';
import { paths } from '@/lib/paths';

/** Leads on from an accepted invite, to wherever the gate sends the new account. */
export function Invite({ token }: { token: string | null }) {
  const refresh = useSessionRefresh();
  const navigate = useNavigate();
  const goOn = async () => {
    await refresh();
    await navigate({ to: paths.start, replace: true });
  };
  return <InvitePage token={token} onAccepted={() => void goOn()} />;
}
