import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { KeyGroup } from '@/features/keys/KeyGroup';
import { authKeysQuery, coreKeysQuery } from '@/features/keys/keys';
import classes from '@/features/keys/KeysPage.module.css';
import { ownZone } from '@/lib/moments';
import { paths } from '@/lib/paths';

/** What each key protects, since when it is in force, and the way to have another take its place. */
export function KeysPage() {
  const { t } = useTranslation(['keys', 'app']);
  const records = useQuery(coreKeysQuery);
  const accounts = useQuery(authKeysQuery);
  const zone = records.data?.zone ?? ownZone();
  return (
    <div className={classes.page}>
      <title>{`${t('title')} · ${t('app:brand')}`}</title>
      <header className={classes.header}>
        <h1>{t('title')}</h1>
        <Link to={paths.audit}>{t('audit')}</Link>
      </header>
      <p className={classes.intro}>{t('intro')}</p>
      <KeyGroup owner="core" keys={records} zone={zone} />
      <KeyGroup owner="auth" keys={accounts} zone={zone} />
    </div>
  );
}
