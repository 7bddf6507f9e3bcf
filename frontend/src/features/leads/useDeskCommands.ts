import { useTranslation } from 'react-i18next';

import type { Lead } from '@/features/leads/leads';
import type { Desk } from '@/features/leads/useDesk';
import { usePersonName } from '@/features/leads/usePersonName';
import { useCommands } from '@/ui/Commands';

const DOES = [
  ['outcome', 'O'],
  ['snooze', 'S'],
  ['owner', 'A'],
  ['note', 'N'],
  ['dispute', 'X'],
] as const;

/** What the command palette offers for the person who is open, or else under the cursor. */
export function useDeskCommands(desk: Desk, lead: Lead | undefined, copyLink: (lead: Lead) => void): void {
  const { t } = useTranslation('leads');
  const nameOf = usePersonName();
  const about = (key: string) => t('command', { what: t(`do-${key}`), name: nameOf(lead) });
  useCommands(
    lead
      ? [
          ...DOES.map(([kind, letter]) => ({
            id: kind,
            words: about(kind),
            key: letter,
            run: () => desk.openDialog(kind, lead),
          })),
          { id: 'link', words: about('link'), key: 'B', run: () => copyLink(lead) },
        ]
      : [],
  );
}
