import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';

import { Gate } from '@/app/Gate';
import { Invite } from '@/app/Invite';
import { PageFailed } from '@/app/PageFailed';
import { PageNotFound } from '@/app/PageNotFound';
import { StaffLayout } from '@/app/StaffLayout';
import { AuditPage } from '@/features/audit/AuditPage';
import { auditSearch } from '@/features/audit/auditSearch';
import { eventSearch } from '@/features/events/eventSearch';
import { EventsPage } from '@/features/events/EventsPage';
import { SweepsPage } from '@/features/events/SweepsPage';
import { readSearch } from '@/features/leads/filters';
import { LeadsPage } from '@/features/leads/LeadsPage';
import { NotOpenPage } from '@/features/not-open/NotOpenPage';
import { SignInPage } from '@/features/sign-in/SignInPage';
import { doors, paths } from '@/lib/paths';

// Seen once per account: its codes and squares are not worth everyone's first load.
const SetUp = lazyRouteComponent(() => import('@/app/SetUp'), 'SetUp');

interface StaffRouterOptions {
  inviteToken: string | null;
  history?: RouterHistory;
}

/** Every page that staff can open. The portal's few are in portalRoutes.tsx, so that neither door loads the other's. */
export function makeStaffRouter({ inviteToken, history }: StaffRouterOptions) {
  const root = createRootRoute({ component: () => <Gate door="staff" /> });
  const under = () => root;
  const withRail = createRoute({ getParentRoute: under, id: 'staff', component: StaffLayout });
  const routeTree = root.addChildren([
    createRoute({ getParentRoute: under, path: paths.signIn, component: SignInPage }),
    createRoute({ getParentRoute: under, path: paths.setUp, component: SetUp }),
    createRoute({
      getParentRoute: under,
      path: paths.invite,
      component: () => <Invite token={inviteToken} />,
    }),
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
        component: EventsPage,
        validateSearch: eventSearch,
      }),
      createRoute({
        getParentRoute: () => withRail,
        path: paths.compared,
        component: SweepsPage,
        validateSearch: ({ sweep }): { sweep?: string } => (typeof sweep === 'string' ? { sweep } : {}),
      }),
      createRoute({
        getParentRoute: () => withRail,
        path: paths.audit,
        component: AuditPage,
        validateSearch: auditSearch,
      }),
    ]),
  ]);
  return createRouter({
    routeTree,
    ...(history && { history }),
    defaultErrorComponent: PageFailed,
    defaultNotFoundComponent: PageNotFound,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeStaffRouter>;
  }
}
