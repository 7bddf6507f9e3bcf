import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';
import type { Lead } from '@/features/leads/leads';
import type { Act } from '@/features/leads/useActs';

type Person = '/api/leads/{personId}';
type Body<P extends keyof paths> = paths[P] extends {
  post: { requestBody: { content: { 'application/json': infer B } } };
}
  ? Omit<B, 'recordVersion'>
  : never;
type Send = Act['send'];
type Stored = { id: string; recordVersion: number };

const paramsOf = ({ personId }: Lead) => ({ path: { personId } });

// What is sent is the version that was seen, so that a colleague's newer act is never written over unseen.
function undoable(lead: Lead, call: (recordVersion: number) => Promise<Stored>): Send {
  return async (seen) => {
    const { id, recordVersion } = await call(seen);
    const params = { path: { personId: lead.personId, actId: id } };
    const takeBack = () => answered(core.POST('/api/leads/{personId}/acts/{actId}/undo', { params }));
    return { recordVersion, takeBack };
  };
}

export function outcome(lead: Lead, entry: Body<`${Person}/outcomes`>): Send {
  const params = paramsOf(lead);
  return undoable(lead, (recordVersion) =>
    answered(core.POST('/api/leads/{personId}/outcomes', { params, body: { ...entry, recordVersion } })),
  );
}

/** @param until nothing for "until something changes" */
export function snooze(lead: Lead, until: string | undefined): Send {
  const params = paramsOf(lead);
  return undoable(lead, (recordVersion) =>
    answered(
      core.POST('/api/leads/{personId}/snooze', { params, body: { recordVersion, ...(until && { until }) } }),
    ),
  );
}

export function wake(lead: Lead): Send {
  const params = paramsOf(lead);
  return undoable(lead, (recordVersion) =>
    answered(core.POST('/api/leads/{personId}/wake', { params, body: { recordVersion } })),
  );
}

/** @param owner nothing for nobody */
export function setOwner(lead: Lead, owner: string | undefined): Send {
  const params = paramsOf(lead);
  return undoable(lead, (recordVersion) =>
    answered(
      core.POST('/api/leads/{personId}/owner', { params, body: { recordVersion, ...(owner && { owner }) } }),
    ),
  );
}

/** @param practitioner nothing for nobody by our word */
export function setPractitioner(lead: Lead, practitioner: string | undefined): Send {
  const params = paramsOf(lead);
  return undoable(lead, (recordVersion) =>
    answered(
      core.POST('/api/leads/{personId}/practitioner', {
        params,
        body: { recordVersion, ...(practitioner && { practitioner }) },
      }),
    ),
  );
}

export function note(lead: Lead, text: string): Send {
  const params = paramsOf(lead);
  return undoable(lead, (recordVersion) =>
    answered(core.POST('/api/leads/{personId}/notes', { params, body: { recordVersion, text } })),
  );
}

export function dispute(lead: Lead, entry: Body<`${Person}/disputes`>): Send {
  const params = paramsOf(lead);
  return undoable(lead, (recordVersion) =>
    answered(core.POST('/api/leads/{personId}/disputes', { params, body: { ...entry, recordVersion } })),
  );
}

export function cancelledByUs(lead: Lead, bookingId: number): Send {
  const params = paramsOf(lead);
  return undoable(lead, (recordVersion) =>
    answered(
      core.POST('/api/leads/{personId}/cancelled-by-us', { params, body: { bookingId, recordVersion } }),
    ),
  );
}

export function permissions(lead: Lead, entry: Body<`${Person}/permissions`>): Send {
  const params = paramsOf(lead);
  return undoable(lead, (recordVersion) =>
    answered(core.POST('/api/leads/{personId}/permissions', { params, body: { ...entry, recordVersion } })),
  );
}
