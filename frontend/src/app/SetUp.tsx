import { endSession, useSessionRefresh } from '@/api/session';
import { SetUpPage } from '@/features/set-up/SetUpPage';

/** Leads on from the set-up when its time is over: back to a fresh sign-in. */
export function SetUp() {
  const refresh = useSessionRefresh();
  const startOver = () => endSession().then(refresh, refresh);
  return <SetUpPage onOver={() => void startOver()} />;
}
