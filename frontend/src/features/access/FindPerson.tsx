import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { answered, core } from '@/api/client';
import { useProblemWords } from '@/api/errors';
import type { paths } from '@/api/generated/core';
import classes from '@/features/access/AccessPage.module.css';
import { useAccessWords } from '@/features/access/useAccessWords';
import { Failure } from '@/ui/Failure';
import { Form } from '@/ui/Form';

type Found = paths['/api/people/search']['post']['responses'][200]['content']['application/json'];

interface FindPersonProps {
  chosen: string;
  onChoose: (personId: string, name: string) => void;
}

/** Finds one person of the practice. A search is recorded, so it is made when it is asked for and not at each letter. */
export function FindPerson({ chosen, onChoose }: FindPersonProps) {
  const { t } = useTranslation('access');
  const words = useProblemWords();
  const { name } = useAccessWords();
  const { register, handleSubmit } = useForm({ defaultValues: { text: '' } });
  const search = useMutation({
    mutationFn: (text: string) => answered<Found>(core.POST('/api/people/search', { body: { text } })),
    gcTime: 0,
  });
  return (
    <>
      <Form onSubmit={handleSubmit(({ text }) => search.mutate(text))}>
        {search.isError && <Failure {...words(search.error)} />}
        <TextInput
          {...register('text', { required: true })}
          label={t('client-who')}
          description={t('client-who-help')}
          autoComplete="off"
        />
        <Button type="submit" variant="default" loading={search.isPending}>
          {t('client-find')}
        </Button>
      </Form>
      {search.data?.hits.length === 0 && <p role="status">{t('client-none')}</p>}
      {search.data && search.data.hits.length > 0 && (
        <fieldset className={classes.people}>
          <legend>{t('client-choose')}</legend>
          {search.data.hits.map(({ lead }) => (
            <label key={lead.personId} className={classes.choice}>
              <input
                type="radio"
                name="person"
                checked={chosen === lead.personId}
                onChange={() => onChoose(lead.personId, lead.name)}
              />
              {name(lead.name)}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
