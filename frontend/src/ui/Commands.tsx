import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';

/** Something that the command palette offers. */
export interface Command {
  id: string;
  words: string;
  /** The key that does the same on the page. */
  key?: string;
  run: () => void;
}

interface Palette {
  /** What the page offered when the palette was opened; null while it is closed. */
  offered: readonly Command[] | null;
  open: () => void;
  close: () => void;
  register: (commands: readonly Command[]) => void;
}

const Context = createContext<Palette>({
  offered: null,
  open: () => undefined,
  close: () => undefined,
  register: () => undefined,
});

export function CommandsProvider({ children }: { children: ReactNode }) {
  const registered = useRef<readonly Command[]>([]);
  const [offered, setOffered] = useState<readonly Command[] | null>(null);
  const palette = useMemo(
    () => ({
      offered,
      open: () => setOffered(registered.current),
      close: () => setOffered(null),
      register: (commands: readonly Command[]) => {
        registered.current = commands;
      },
    }),
    [offered],
  );
  return <Context value={palette}>{children}</Context>;
}

export function usePalette(): Pick<Palette, 'offered' | 'open' | 'close'> {
  return useContext(Context);
}

/** Offers what can be done on the page that calls this, for as long as it is shown. */
export function useCommands(commands: readonly Command[]): void {
  const { register } = useContext(Context);
  useEffect(() => {
    register(commands);
    return () => register([]);
  });
}
