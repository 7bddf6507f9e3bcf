import { Button, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { PRACTICE_KEY } from '@/api/practice';
import { useDecision } from '@/api/useDecision';
import {
  saveTemplates,
  type Template,
  type Templates,
  wrongInTemplates,
} from '@/features/practice/decisions';
import classes from '@/features/practice/Practice.module.css';
import { DecisionPart } from '@/ui/DecisionPart';
import { Refused } from '@/ui/Refused';

const MOST = 20;

/** Words to begin a message with, copied from the contact card. */
export function TemplatesForm({ templates }: { templates: Templates }) {
  const { t } = useTranslation('practice');
  const decision = useDecision<readonly Template[]>({
    held: templates.items,
    queryKey: PRACTICE_KEY,
    save: (items) => saveTemplates([...items], templates.version),
    check: wrongInTemplates,
  });
  const { typed, wrong } = decision;
  const put = (index: number, part: Partial<Template>) =>
    decision.change(typed.map((each, place) => (place === index ? { ...each, ...part } : each)));
  const whyWrong = (field: string) => {
    const why = wrong.get(field);
    return why ? t(why) : decision.refusedField === field && t('refused-here');
  };
  return (
    <DecisionPart
      title={t('templates')}
      about={t('templates-about')}
      isDefault={templates.version === 0}
      state={decision.state}
      isSaving={decision.isSaving}
      failure={decision.refused && <Refused {...decision.refused} />}
      onSubmit={decision.submit}
    >
      {typed.map((template, index) => (
        <div
          // oxlint-disable-next-line react/no-array-index-key -- rows have no names of their own, and never change places
          key={index}
          role="group"
          aria-label={t('template', { index: index + 1 })}
          className={classes.row}
        >
          <TextInput
            label={t('template-name')}
            value={template.name}
            error={whyWrong(`items.${index}.name`)}
            onChange={({ currentTarget }) => put(index, { name: currentTarget.value })}
          />
          <Textarea
            label={t('template-text')}
            rows={3}
            value={template.text}
            error={whyWrong(`items.${index}.text`)}
            onChange={({ currentTarget }) => put(index, { text: currentTarget.value })}
          />
          <div>
            <Button
              variant="subtle"
              aria-label={t('template-remove-of', {
                name: template.name || t('template', { index: index + 1 }),
              })}
              onClick={() => decision.change(typed.filter((_, place) => place !== index))}
            >
              {t('template-remove')}
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          disabled={typed.length >= MOST}
          onClick={() => decision.change([...typed, { name: '', text: '' }])}
        >
          {t('template-add')}
        </Button>
      </div>
    </DecisionPart>
  );
}
