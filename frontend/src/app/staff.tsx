import { makeI18n } from '@/app/i18n';
import { makeStaffRouter } from '@/app/routes';
import { start } from '@/app/start';
import { staffWords } from '@/app/staffWords';
import { takeInviteToken } from '@/lib/inviteToken';
import { paths } from '@/lib/paths';

// Before anything else, the router included, has seen the address.
const inviteToken = takeInviteToken(paths.invite);

// A second link pasted into an open page changes only the part after #, which loads nothing by itself.
window.addEventListener('hashchange', () => {
  if (window.location.pathname === paths.invite) window.location.reload();
});

start(makeStaffRouter({ inviteToken }), makeI18n(staffWords));
