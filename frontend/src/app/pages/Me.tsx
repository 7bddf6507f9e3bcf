import { useOwnZone } from '@/api/me';
import { useWords } from '@/app/pages/useWords';
import { ExportPart } from '@/features/export/ExportPart';
import { ownWay } from '@/features/export/exports';
import { MePage } from '@/features/me/MePage';
import { StepUp } from '@/features/step-up/StepUp';
import exportWords from '@/locales/en/export.json';
import words from '@/locales/en/me.json';

export function Me() {
  useWords('me', words);
  useWords('export', exportWords);
  const zone = useOwnZone();
  return (
    <>
      <MePage data={<ExportPart way={ownWay} zone={zone} isOwn />} />
      <StepUp />
    </>
  );
}
