import { queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';

type Preview =
  paths['/api/leads/{personId}/zoho-preview']['get']['responses'][200]['content']['application/json'];
type Shipment = paths['/api/outbox/{shipmentId}']['get']['responses'][200]['content']['application/json'];

export type ZohoPreview = Preview;

const WATCH_EVERY_MS = 2_000;

/** What logging this outcome would write to Zoho, word by word. */
export const zohoPreviewQuery = (personId: string, kind: string, callBackAt: string | undefined) =>
  queryOptions({
    queryKey: ['zoho-preview', personId, kind, callBackAt],
    queryFn: () =>
      answered<Preview>(
        core.GET('/api/leads/{personId}/zoho-preview', {
          params: { path: { personId }, query: { kind, ...(callBackAt && { callBackAt }) } },
        }),
      ),
    gcTime: 0,
  });

/** How far something is on its way; asked again until it has arrived or was given up. */
export const shipmentQuery = (shipment: Shipment) =>
  queryOptions({
    queryKey: ['shipment', shipment.id],
    queryFn: () =>
      answered<Shipment>(
        core.GET('/api/outbox/{shipmentId}', { params: { path: { shipmentId: shipment.id } } }),
      ),
    initialData: shipment,
    staleTime: WATCH_EVERY_MS,
    refetchInterval: ({ state }) => (state.data?.state === 'sending' ? WATCH_EVERY_MS : false),
  });

export function tryAgain(shipmentId: string): Promise<unknown> {
  return answered(core.POST('/api/outbox/{shipmentId}/try-again', { params: { path: { shipmentId } } }));
}
