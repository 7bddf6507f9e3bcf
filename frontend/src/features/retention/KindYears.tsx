import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import {
  decide,
  type Going,
  previewQuery,
  RETENTION_KEY,
  type RetentionKind,
} from '@/features/retention/retention';
import classes from '@/features/retention/Retention.module.css';
import { Failure } from '@/ui/Failure';

/** One kind: its years, what goes this month, and what another number would mean before it is saved. */
export function KindYears({ kind }: { kind: RetentionKind }) {
  const { t } = useTranslation('retention');
  const words = useProblemWords();
  const client = useQueryClient();
  const [typed, setTyped] = useState(String(kind.years));
  const years = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  const isSound = years >= kind.fewestYears && years <= kind.mostYears;
  const isChanged = isSound && years !== kind.years;
  const preview = useQuery({ ...previewQuery(kind.kind, years), enabled: isChanged });
  const saving = useMutation({
    mutationFn: () => decide(kind.kind, years, kind.years),
    onSuccess: () => client.invalidateQueries({ queryKey: RETENTION_KEY }),
  });
  const isWaiting = !isChanged || !preview.data;
  return (
    <section aria-labelledby={`kind-${kind.kind}`} className={classes.kind}>
      <h2 id={`kind-${kind.kind}`}>{t(`kind-${kind.kind}`)}</h2>
      <p className={classes.about}>{t(`about-${kind.kind}`)}</p>
      <form
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWaiting) saving.mutate();
        }}
      >
        <TextInput
          label={t('years')}
          description={
            kind.isDefault
              ? t('is-default', { count: kind.usualYears })
              : t('is-decided', { count: kind.usualYears })
          }
          inputMode="numeric"
          className={classes.years}
          value={typed}
          error={isSound ? undefined : t('wrong', { from: kind.fewestYears, to: kind.mostYears })}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <p role="status" className={classes.going}>
          {isChanged
            ? preview.data && t('would-go', { count: years, what: said(preview.data, t) })
            : t('goes', { what: said(kind.going, t) })}
        </p>
        {preview.isError && isChanged && (
          <Failure {...words(preview.error)} onRetry={() => void preview.refetch()} />
        )}
        {saving.isError && <Failure {...words(saving.error)} />}
        {isChanged && (
          <div className={classes.buttons}>
            <Button type="submit" disabled={isWaiting} loading={saving.isPending}>
              {t('save')}
            </Button>
            <Button variant="default" onClick={() => setTyped(String(kind.years))}>
              {t('drop')}
            </Button>
            {isWaiting && <span className={classes.about}>{t('wait')}</span>}
          </div>
        )}
      </form>
    </section>
  );
}

function said(going: Going, t: TFunction<'retention'>): string {
  const some = going.filter(({ count }) => count > 0);
  return some.length === 0
    ? t('nothing')
    : some.map(({ what, count }) => t(`count-${what}`, { count })).join(', ');
}
