import { makeI18n } from '@/app/i18n';
import { makeStaffRouter } from '@/app/routes';
import { start } from '@/app/start';
import { staffWords } from '@/app/staffWords';
import { takeLinkToken } from '@/lib/linkToken';
import { linkPages } from '@/lib/paths';

// Before anything else, the router included, has seen the address.
const linkToken = takeLinkToken(...linkPages);

// A second link pasted into an open page changes only the part after #, which loads nothing by itself.
window.addEventListener('hashchange', () => {
  if (linkPages.includes(window.location.pathname)) window.location.reload();
});

start(makeStaffRouter({ linkToken }), makeI18n(staffWords));
