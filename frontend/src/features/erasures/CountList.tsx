import { useTranslation } from 'react-i18next';

import type { Goes } from '@/features/erasures/erasures';
import classes from '@/features/erasures/Erasures.module.css';

/** So many of each kind; of which there is none, nothing is said. */
export function CountList({ counts }: { counts: readonly Goes[] }) {
  const { t } = useTranslation('erasures');
  return (
    <ul className={classes.counts}>
      {counts
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => (
          <li key={kind}>
            <span>{t(`kind-${kind}`)}</span>
            <span className={classes.number}>{count}</span>
          </li>
        ))}
    </ul>
  );
}
