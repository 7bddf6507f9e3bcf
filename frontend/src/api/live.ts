import { useEffect, useEffectEvent, useState } from 'react';

const STREAM = '/api/live';
/** Short breaks heal by themselves; only a longer one is worth a word. */
const PATIENCE_MS = 4_000;
export const CHECK_EVERY_MS = 30_000;

/**
 * Listens to the one event stream. Messages say only that something changed; the page fetches what. Returns false
 * once the stream has been away for a while, so that the page can say so and check by itself.
 */
export function useLive(onChange: () => void): boolean {
  const [isLive, setLive] = useState(true);
  const changed = useEffectEvent(onChange);

  useEffect(() => {
    let stream: EventSource;
    let openedBefore = false;
    let saying: ReturnType<typeof setTimeout> | undefined;
    let reopening: ReturnType<typeof setTimeout> | undefined;

    const listen = () => {
      stream = new EventSource(STREAM);
      stream.addEventListener('open', () => {
        clearTimeout(saying);
        saying = undefined;
        setLive(true);
        // Whatever happened while nobody listened.
        if (openedBefore) changed();
        openedBefore = true;
      });
      stream.addEventListener('leads', () => changed());
      stream.addEventListener('error', () => {
        saying ??= setTimeout(() => setLive(false), PATIENCE_MS);
        // A browser reconnects after a break by itself, but gives up when the server answers with a refusal.
        if (stream.readyState === EventSource.CLOSED) reopening = setTimeout(listen, CHECK_EVERY_MS);
      });
    };

    listen();
    return () => {
      clearTimeout(saying);
      clearTimeout(reopening);
      stream.close();
    };
  }, []);

  return isLive;
}
