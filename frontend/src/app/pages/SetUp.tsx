import { endSession, useSessionRefresh } from '@/api/session';
import { useWords } from '@/app/pages/useWords';
import { SetUpPage } from '@/features/factors/SetUpPage';
import words from '@/locales/en/set-up.json';

/** Leads on from the set-up when its time is over: back to a fresh sign-in. */
export function SetUp() {
  useWords('set-up', words);
  const refresh = useSessionRefresh();
  const startOver = () => endSession().then(refresh, refresh);
  return <SetUpPage onOver={() => void startOver()} />;
}
