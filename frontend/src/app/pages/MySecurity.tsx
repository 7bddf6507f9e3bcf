import { useWords } from '@/app/pages/useWords';
import { MySecurityPage } from '@/features/factors/MySecurityPage';
import { StepUp } from '@/features/step-up/StepUp';
import words from '@/locales/en/security.json';
import setUpWords from '@/locales/en/set-up.json';

export function MySecurity() {
  useWords('security', words);
  useWords('set-up', setUpWords);
  return (
    <>
      <MySecurityPage />
      <StepUp />
    </>
  );
}
