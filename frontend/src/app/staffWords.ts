import app from '@/locales/en/app.json';
import events from '@/locales/en/events.json';
import invite from '@/locales/en/invite.json';
import leads from '@/locales/en/leads.json';
import reasons from '@/locales/en/reasons.json';
import staff from '@/locales/en/staff.json';

export const staffWords = { app, events, invite, leads, reasons, staff };
