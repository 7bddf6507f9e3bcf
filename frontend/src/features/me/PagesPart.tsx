import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { ME_KEY, meQuery } from '@/api/me';
import classes from '@/features/me/Me.module.css';
import { setPages } from '@/features/me/own';
import { ownZone } from '@/lib/moments';
import { Failure } from '@/ui/Failure';
import { Note } from '@/ui/Note';

const SIZES = ['usual', 'large', 'larger'] as const;

/** In which zone times are read, and how large; kept by the practice, because the phone keeps nothing. */
export function PagesPart() {
  const { t } = useTranslation('me');
  const words = useProblemWords();
  const { data, error, refetch } = useQuery(meQuery);
  return (
    <section aria-labelledby="pages" className={classes.part}>
      <h2 id="pages">{t('pages')}</h2>
      {error && <Failure {...words(error)} onRetry={() => void refetch()} />}
      {data && <Fields zone={data.zone ?? ''} textSize={data.textSize} />}
    </section>
  );
}

function Fields({ zone, textSize }: { zone: string; textSize: string }) {
  const { t } = useTranslation('me');
  const words = useProblemWords();
  const client = useQueryClient();
  const [wanted, setWanted] = useState({ zone, textSize });
  const saving = useMutation({
    mutationFn: () => setPages({ textSize: wanted.textSize, ...(wanted.zone && { zone: wanted.zone }) }),
    onSuccess: () => client.invalidateQueries({ queryKey: ME_KEY }),
  });
  const zones = [
    { value: '', label: t('zone-own', { zone: ownZone() }) },
    ...Intl.supportedValuesOf('timeZone').map((name) => ({ value: name, label: name.replaceAll('_', ' ') })),
  ];
  return (
    <form
      noValidate
      className={classes.part}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <NativeSelect
        size="md"
        label={t('zone')}
        value={wanted.zone}
        data={zones}
        onChange={(event) => setWanted({ ...wanted, zone: event.currentTarget.value })}
      />
      <NativeSelect
        size="md"
        label={t('text-size')}
        value={wanted.textSize}
        data={SIZES.map((size) => ({ value: size, label: t(`text-${size}`) }))}
        onChange={(event) => setWanted({ ...wanted, textSize: event.currentTarget.value })}
      />
      {saving.error && <Failure {...words(saving.error)} />}
      {saving.isSuccess && <Note tone="info">{t('saved')}</Note>}
      <div>
        <Button type="submit" loading={saving.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
