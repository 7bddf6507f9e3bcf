import { makeI18n } from '@/app/i18n';
import { makePortalRouter } from '@/app/portalRoutes';
import { start } from '@/app/start';
import app from '@/locales/en/portal.json';
import frame from '@/locales/en/portal-frame.json';

start(makePortalRouter(), makeI18n({ app, 'portal-frame': frame }));
