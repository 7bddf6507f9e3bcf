import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

import { nextMode, type PrivacyMode, rememberedMode, rememberMode } from '@/lib/privacy';

interface Privacy {
  mode: PrivacyMode;
  change: () => void;
}

const Context = createContext<Privacy>({ mode: 'names', change: () => undefined });

/** One choice for every page, kept by this browser: a screen at a front desk stays as it was set. */
export function PrivacyProvider({ children }: { children: ReactNode }) {
  const [mode, setMode] = useState<PrivacyMode>(rememberedMode);
  const privacy = useMemo(() => {
    const change = () => {
      const next = nextMode[mode];
      rememberMode(next);
      setMode(next);
    };
    return { mode, change };
  }, [mode]);
  return <Context value={privacy}>{children}</Context>;
}

export function usePrivacy(): Privacy {
  return useContext(Context);
}
