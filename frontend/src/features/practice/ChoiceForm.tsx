import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { PRACTICE_KEY } from '@/api/practice';
import { useDecision } from '@/api/useDecision';
import { DecisionPart } from '@/ui/DecisionPart';
import { Refused } from '@/ui/Refused';

interface ChoiceFormProps {
  /** What its words begin with. */
  name: 'notice' | 'idle' | 'words';
  held: string;
  version: number;
  choices: readonly { value: string; label: string }[];
  save: (chosen: string, version: number) => Promise<unknown>;
}

/** One of a few. What holds is among them, also when somebody decided it otherwise than here. */
export function ChoiceForm({ name, held, version, choices, save }: ChoiceFormProps) {
  const { t } = useTranslation('practice');
  const decision = useDecision({
    held,
    queryKey: PRACTICE_KEY,
    save: (chosen) => save(chosen, version),
  });
  const isKnown = choices.some(({ value }) => value === held);
  return (
    <DecisionPart
      title={t(name)}
      about={t(`${name}-about`)}
      isDefault={version === 0}
      state={decision.state}
      isSaving={decision.isSaving}
      failure={decision.refused && <Refused {...decision.refused} />}
      onSubmit={decision.submit}
    >
      <NativeSelect
        label={t(`${name}-choose`)}
        value={decision.typed}
        data={isKnown ? [...choices] : [{ value: held, label: t('other', { held }) }, ...choices]}
        onChange={({ currentTarget }) => decision.change(currentTarget.value)}
      />
    </DecisionPart>
  );
}
