import { later } from '@/ui/later';

/** Fetched in quiet times: who needs it may have no network just then. */
export const ProveAgain = later(() =>
  import('@/features/step-up/ProveAgain').then((part) => part.ProveAgain),
);
