import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import classes from '@/features/settings/Settings.module.css';
import { paths } from '@/lib/paths';

const PARTS = [
  { name: 'scoring', path: paths.scoring },
  { name: 'practice', path: paths.practice },
  { name: 'hours', path: paths.hours },
  { name: 'help-numbers', path: paths.helpNumbers },
  { name: 'retention', path: paths.retention },
  { name: 'keys', path: paths.keys },
] as const;

/** What the practice decides for itself, each on a page of its own. */
export function SettingsPage() {
  const { t } = useTranslation(['settings', 'app']);
  return (
    <div className={classes.page}>
      <title>{`${t('title')} · ${t('app:brand')}`}</title>
      <h1>{t('title')}</h1>
      <ul className={classes.parts}>
        {PARTS.map(({ name, path }) => (
          <li key={name}>
            <Link to={path} className={classes.part}>
              {t(`part-${name}`)}
            </Link>
            <p className={classes.quiet}>{t(`about-${name}`)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
