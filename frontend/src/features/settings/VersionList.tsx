import { useTranslation } from 'react-i18next';

import type { RuleWeight, Version } from '@/features/settings/scoring';
import classes from '@/features/settings/Settings.module.css';
import { fullMoment, ownZone } from '@/lib/moments';

interface VersionListProps {
  versions: readonly Version[];
  holding: number;
  whoIs: (id: string) => string;
  onTake: (rules: readonly RuleWeight[]) => void;
}

/** Every version with who decided it and why; an earlier one is taken up as a draft, and so back. */
export function VersionList({ versions, holding, whoIs, onTake }: VersionListProps) {
  const { t } = useTranslation('settings');
  return (
    <section aria-labelledby="versions" className={classes.section}>
      <h2 id="versions">{t('versions')}</h2>
      <ul className={classes.versions}>
        {versions.map(({ version, publishedAt, publishedBy, note, rules }) => (
          <li key={version} className={classes.version}>
            <div>
              <strong>{t('version', { version })}</strong>
              {version === holding && ` · ${t('holds')}`}
              <p className={classes.quiet}>
                {publishedAt && publishedBy
                  ? t('published', { who: whoIs(publishedBy), when: fullMoment(publishedAt, ownZone()) })
                  : t('starting')}
              </p>
              {note && <p>{note}</p>}
            </div>
            {version !== holding && (
              <button
                type="button"
                className={classes.link}
                aria-label={t('take-up-of', { version })}
                onClick={() => onTake(rules)}
              >
                {t('take-up')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
