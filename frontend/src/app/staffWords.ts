import app from '@/locales/en/app.json';
import leads from '@/locales/en/leads.json';
import reasons from '@/locales/en/reasons.json';
import staff from '@/locales/en/staff.json';

export const staffWords = { app, leads, reasons, staff };
