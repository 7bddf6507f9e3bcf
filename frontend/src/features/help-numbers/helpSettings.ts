import { answered, core } from '@/api/client';
import type { HelpSettings } from '@/api/helpSettings';

export type Entry = HelpSettings['own'][number]['numbers'][number];

export function saveNumbers(country: string, numbers: readonly Entry[]): Promise<unknown> {
  return answered(
    core.POST('/api/settings/help-numbers/{country}', {
      params: { path: { country } },
      body: { numbers: [...numbers] },
    }),
  );
}
