import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { practiceQuery } from '@/api/practice';
import { callThem } from '@/lib/personWord';

/** Has every page say "patient" where the practice does. */
export function usePracticesWords(): void {
  const { i18n } = useTranslation();
  const word = useQuery(practiceQuery).data?.words.word;
  useEffect(() => {
    // As for another language: whatever is drawn is said again.
    if (word && callThem(word)) i18n.emit('languageChanged', i18n.language);
  }, [word, i18n]);
}
