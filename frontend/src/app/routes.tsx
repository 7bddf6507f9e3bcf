import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';

import { Gate } from '@/app/Gate';
import { PageFailed } from '@/app/PageFailed';
import { PageNotFound } from '@/app/PageNotFound';
import { StaffLayout } from '@/app/StaffLayout';
import { auditSearch } from '@/features/audit/auditSearch';
import { eventSearch } from '@/features/events/eventSearch';
import { readSearch } from '@/features/leads/filters';
import { LeadsPage } from '@/features/leads/LeadsPage';
import { NotOpenPage } from '@/features/not-open/NotOpenPage';
import { doors, paths } from '@/lib/paths';

// The list is where the day begins; what else there is, is loaded when somebody is about to go there.
const Access = lazyRouteComponent(() => import('@/app/pages/Access'), 'Access');
const Audit = lazyRouteComponent(() => import('@/app/pages/Audit'), 'Audit');
const Compared = lazyRouteComponent(() => import('@/app/pages/Compared'), 'Compared');
const Events = lazyRouteComponent(() => import('@/app/pages/Events'), 'Events');
const Invite = lazyRouteComponent(() => import('@/app/pages/Invite'), 'Invite');
const Keys = lazyRouteComponent(() => import('@/app/pages/Keys'), 'Keys');
const Reset = lazyRouteComponent(() => import('@/app/pages/Reset'), 'Reset');
const Security = lazyRouteComponent(() => import('@/app/pages/Security'), 'Security');
const SetUp = lazyRouteComponent(() => import('@/app/pages/SetUp'), 'SetUp');
const SignIn = lazyRouteComponent(() => import('@/app/pages/SignIn'), 'SignIn');

interface StaffRouterOptions {
  linkToken: string | null;
  history?: RouterHistory;
}

/** Every page that staff can open. The portal's few are in portalRoutes.tsx, so that neither door loads the other's. */
export function makeStaffRouter({ linkToken, history }: StaffRouterOptions) {
  const root = createRootRoute({ component: () => <Gate door="staff" /> });
  const under = () => root;
  const withRail = createRoute({ getParentRoute: under, id: 'staff', component: StaffLayout });
  const routeTree = root.addChildren([
    createRoute({ getParentRoute: under, path: paths.signIn, component: SignIn }),
    createRoute({ getParentRoute: under, path: paths.setUp, component: SetUp }),
    createRoute({
      getParentRoute: under,
      path: paths.invite,
      component: () => <Invite token={linkToken} />,
    }),
    createRoute({ getParentRoute: under, path: paths.reset, component: () => <Reset token={linkToken} /> }),
    createRoute({
      getParentRoute: under,
      path: paths.start,
      component: () => <NotOpenPage startPage={doors.staff} />,
    }),
    withRail.addChildren([
      createRoute({
        getParentRoute: () => withRail,
        path: paths.leads,
        component: LeadsPage,
        validateSearch: readSearch,
      }),
      createRoute({
        getParentRoute: () => withRail,
        path: paths.events,
        component: Events,
        validateSearch: eventSearch,
      }),
      createRoute({
        getParentRoute: () => withRail,
        path: paths.compared,
        component: Compared,
        validateSearch: ({ sweep }): { sweep?: string } => (typeof sweep === 'string' ? { sweep } : {}),
      }),
      createRoute({
        getParentRoute: () => withRail,
        path: paths.audit,
        component: Audit,
        validateSearch: auditSearch,
      }),
      createRoute({ getParentRoute: () => withRail, path: paths.access, component: Access }),
      createRoute({ getParentRoute: () => withRail, path: paths.security, component: Security }),
      createRoute({ getParentRoute: () => withRail, path: paths.keys, component: Keys }),
    ]),
  ]);
  return createRouter({
    routeTree,
    ...(history && { history }),
    defaultPreload: 'intent',
    defaultErrorComponent: PageFailed,
    defaultNotFoundComponent: PageNotFound,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeStaffRouter>;
  }
}
