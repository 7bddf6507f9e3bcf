import { getRouteApi } from '@tanstack/react-router';

import { useWords } from '@/app/pages/useWords';
import { ErasurePage } from '@/features/erasures/ErasurePage';
import { useStaff } from '@/features/leads/staff';
import words from '@/locales/en/erasures.json';

const route = getRouteApi('/staff/people/$personId/erasure');

export function Erasure() {
  const { personId } = route.useParams();
  useWords('erasures', words);
  const { nameOf } = useStaff();
  return <ErasurePage key={personId} personId={personId} whoIs={nameOf} />;
}
