import { ApiProblem } from '@/api/problem';

const TRY_AGAIN_MS = 5_000;
/** Nothing was heard, or somebody on the way says that the server is not there just now. */
const AWAY = new Set([0, 502, 503, 504]);

/** Calls until the server answers, be it with a refusal: what somebody did must not be lost because a cable was. */
export async function untilReached<T>(
  call: () => Promise<T>,
  stop: AbortSignal,
  sayAway: (isAway: boolean) => void,
): Promise<T> {
  for (;;) {
    try {
      const answer = await call();
      sayAway(false);
      return answer;
    } catch (error) {
      const isAway = error instanceof ApiProblem && AWAY.has(error.status);
      sayAway(isAway && !stop.aborted);
      if (!isAway || stop.aborted) throw error;
      await pause(stop).catch((takenBack: unknown) => {
        sayAway(false);
        throw takenBack;
      });
    }
  }
}

function pause(stop: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, TRY_AGAIN_MS);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('Taken back', 'AbortError'));
    });
  });
}
