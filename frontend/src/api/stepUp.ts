import { answered, auth, onStepUpRequired } from '@/api/client';

/** Asks the person at this screen to prove again who they are; false when they would rather not. */
type Ask = () => Promise<boolean>;

const nobody: Ask = () => Promise.resolve(false);
let ask = nobody;
let asking: Promise<boolean> | undefined;

/** Whoever can show the question says so while it is on the page. */
export function askWith(next: Ask): () => void {
  ask = next;
  return () => {
    ask = nobody;
  };
}

/** Several acts that wait for it at once ask one question. */
export function proveAgain(): Promise<boolean> {
  asking ??= ask().finally(() => {
    asking = undefined;
  });
  return asking;
}

onStepUpRequired(proveAgain);

/** A margin for the way there: a download that the browser fetches by itself cannot be repeated. */
const ENOUGH_SECONDS = 30;

/** For what the browser fetches by itself: asks before, as nobody could ask in between. */
export async function freshEnough(): Promise<boolean> {
  const { freshForSeconds = 0 } = await answered<{ freshForSeconds?: number }>(auth.GET('/auth/session'));
  return freshForSeconds >= ENOUGH_SECONDS || proveAgain();
}
