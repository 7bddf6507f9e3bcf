import { useNavigate } from '@tanstack/react-router';

import { useWords } from '@/app/pages/useWords';
import { FirstCardPage } from '@/features/access/FirstCardPage';
import { StepUp } from '@/features/step-up/StepUp';
import { paths } from '@/lib/paths';
import words from '@/locales/en/access.json';

/** Between the set-up and the list, once in a practice's life. */
export function FirstCard() {
  useWords('access', words);
  const navigate = useNavigate();
  return (
    <>
      <FirstCardPage onDone={() => void navigate({ to: paths.leads, replace: true })} />
      <StepUp />
    </>
  );
}
