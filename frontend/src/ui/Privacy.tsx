import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

import { nextMode, type PrivacyMode } from '@/lib/privacy';

interface Privacy {
  mode: PrivacyMode;
  change: () => void;
}

const Context = createContext<Privacy>({ mode: 'names', change: () => undefined });

export function PrivacyProvider({ children }: { children: ReactNode }) {
  const [mode, setMode] = useState<PrivacyMode>('names');
  const privacy = useMemo(() => ({ mode, change: () => setMode((now) => nextMode[now]) }), [mode]);
  return <Context value={privacy}>{children}</Context>;
}

export function usePrivacy(): Privacy {
  return useContext(Context);
}
