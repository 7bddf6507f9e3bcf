import { useNavigate } from '@tanstack/react-router';

import { useSessionRefresh } from '@/api/session';
import { useWords } from '@/app/pages/useWords';
import { ResetPage } from '@/features/reset/ResetPage';
import { paths } from '@/lib/paths';
import words from '@/locales/en/reset.json';

/** Leads on from the link of a reset to setting up a new second step. */
export function Reset({ token }: { token: string | null }) {
  useWords('reset', words);
  const refresh = useSessionRefresh();
  const navigate = useNavigate();
  const goOn = async () => {
    await refresh();
    await navigate({ to: paths.start, replace: true });
  };
  return <ResetPage token={token} onAccepted={() => void goOn()} />;
}
