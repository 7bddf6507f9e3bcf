import app from '@/locales/en/app.json';
import audit from '@/locales/en/audit.json';
import events from '@/locales/en/events.json';
import invite from '@/locales/en/invite.json';
import leads from '@/locales/en/leads.json';
import reasons from '@/locales/en/reasons.json';
import staff from '@/locales/en/staff.json';

export const staffWords = { app, audit, events, invite, leads, reasons, staff };
