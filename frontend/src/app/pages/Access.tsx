import { useWords } from '@/app/pages/useWords';
import { AccessPage } from '@/features/access/AccessPage';
import { ErasureList } from '@/features/erasures/ErasureList';
import { useStaff } from '@/features/leads/staff';
import erasureWords from '@/locales/en/erasures.json';
import words from '@/locales/en/access.json';

export function Access() {
  useWords('access', words);
  useWords('erasures', erasureWords);
  const { nameOf } = useStaff();
  return <AccessPage erasures={<ErasureList whoIs={nameOf} />} />;
}
