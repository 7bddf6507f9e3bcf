import { queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';

type Exports = paths['/api/me/exports']['get']['responses'][200]['content']['application/json'];
export type RecordExport = Exports['items'][number];

/** Whose record, and by which way it is asked for. */
export interface ExportWay {
  whose: string;
  list: () => Promise<Exports>;
  ask: (reason: string) => Promise<RecordExport>;
  download: (exportId: string) => Promise<Blob>;
}

export const ownWay: ExportWay = {
  whose: 'own',
  list: () => answered<Exports>(core.GET('/api/me/exports')),
  ask: () => answered<RecordExport>(core.POST('/api/me/exports')),
  download: (exportId) =>
    answered<unknown>(
      core.POST('/api/me/exports/{exportId}/download', { params: { path: { exportId } }, parseAs: 'blob' }),
    ).then((file) => file as Blob),
};

export function wayFor(personId: string): ExportWay {
  const params = { path: { personId } };
  return {
    whose: personId,
    list: () => answered<Exports>(core.GET('/api/people/{personId}/exports', { params })),
    ask: (reason) =>
      answered<RecordExport>(core.POST('/api/people/{personId}/exports', { params, body: { reason } })),
    download: (exportId) =>
      answered<unknown>(
        core.POST('/api/exports/{exportId}/download', { params: { path: { exportId } }, parseAs: 'blob' }),
      ).then((file) => file as Blob),
  };
}

export const isUnderWay = ({ state }: RecordExport) => state === 'asked' || state === 'making';

const LOOK_AGAIN_AFTER = 1_500;

export const exportsQuery = (way: ExportWay) =>
  queryOptions({
    queryKey: ['record-exports', way.whose],
    queryFn: way.list,
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? LOOK_AGAIN_AFTER : false),
    gcTime: 0,
  });
