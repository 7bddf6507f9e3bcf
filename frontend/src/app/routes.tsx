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
import { calendarSearch } from '@/features/calendar/calendarSearch';
import { eventSearch } from '@/features/events/eventSearch';
import { readSearch } from '@/features/leads/filters';
import { LeadsPage } from '@/features/leads/LeadsPage';
import { paths } from '@/lib/paths';

// The list is where the day begins; what else there is, is loaded when somebody is about to go there.
const Access = lazyRouteComponent(() => import('@/app/pages/Access'), 'Access');
const Audit = lazyRouteComponent(() => import('@/app/pages/Audit'), 'Audit');
const Calendar = lazyRouteComponent(() => import('@/app/pages/Calendar'), 'Calendar');
const Clients = lazyRouteComponent(() => import('@/app/pages/Clients'), 'Clients');
const Compared = lazyRouteComponent(() => import('@/app/pages/Compared'), 'Compared');
const Connections = lazyRouteComponent(() => import('@/app/pages/Connections'), 'Connections');
const Erasure = lazyRouteComponent(() => import('@/app/pages/Erasure'), 'Erasure');
const Events = lazyRouteComponent(() => import('@/app/pages/Events'), 'Events');
const FirstCard = lazyRouteComponent(() => import('@/app/pages/FirstCard'), 'FirstCard');
const HelpNumbers = lazyRouteComponent(() => import('@/app/pages/HelpNumbers'), 'HelpNumbers');
const Hours = lazyRouteComponent(() => import('@/app/pages/Hours'), 'Hours');
const Invite = lazyRouteComponent(() => import('@/app/pages/Invite'), 'Invite');
const Keys = lazyRouteComponent(() => import('@/app/pages/Keys'), 'Keys');
const LeadsExport = lazyRouteComponent(() => import('@/app/pages/LeadsExport'), 'LeadsExport');
const Matches = lazyRouteComponent(() => import('@/app/pages/Matches'), 'Matches');
const People = lazyRouteComponent(() => import('@/app/pages/People'), 'People');
const Person = lazyRouteComponent(() => import('@/app/pages/Person'), 'Person');
const Practice = lazyRouteComponent(() => import('@/app/pages/Practice'), 'Practice');
const Reset = lazyRouteComponent(() => import('@/app/pages/Reset'), 'Reset');
const Retention = lazyRouteComponent(() => import('@/app/pages/Retention'), 'Retention');
const Scoring = lazyRouteComponent(() => import('@/app/pages/Scoring'), 'Scoring');
const Security = lazyRouteComponent(() => import('@/app/pages/Security'), 'Security');
const SetUp = lazyRouteComponent(() => import('@/app/pages/SetUp'), 'SetUp');
const Settings = lazyRouteComponent(() => import('@/app/pages/Settings'), 'Settings');
const SignIn = lazyRouteComponent(() => import('@/app/pages/SignIn'), 'SignIn');
const Today = lazyRouteComponent(() => import('@/app/pages/Today'), 'Today');

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
    createRoute({ getParentRoute: under, path: paths.firstCard, component: FirstCard }),
    createRoute({
      getParentRoute: under,
      path: paths.invite,
      component: () => <Invite token={linkToken} />,
    }),
    createRoute({ getParentRoute: under, path: paths.reset, component: () => <Reset token={linkToken} /> }),
    createRoute({ getParentRoute: under, path: paths.start, component: () => null }),
    withRail.addChildren([
      createRoute({
        getParentRoute: () => withRail,
        path: paths.leads,
        component: LeadsPage,
        validateSearch: readSearch,
      }),
      createRoute({
        getParentRoute: () => withRail,
        path: paths.leadsExport,
        component: LeadsExport,
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
      createRoute({
        getParentRoute: () => withRail,
        path: paths.calendar,
        component: Calendar,
        validateSearch: calendarSearch,
      }),
      createRoute({ getParentRoute: () => withRail, path: paths.connections, component: Connections }),
      createRoute({ getParentRoute: () => withRail, path: paths.people, component: People }),
      createRoute({
        getParentRoute: () => withRail,
        path: paths.matches,
        component: Matches,
        validateSearch: ({ view }): { view?: 'decided' } => (view === 'decided' ? { view } : {}),
      }),
      createRoute({ getParentRoute: () => withRail, path: paths.access, component: Access }),
      createRoute({ getParentRoute: () => withRail, path: paths.security, component: Security }),
      createRoute({ getParentRoute: () => withRail, path: paths.settings, component: Settings }),
      createRoute({ getParentRoute: () => withRail, path: paths.scoring, component: Scoring }),
      createRoute({ getParentRoute: () => withRail, path: paths.keys, component: Keys }),
      createRoute({ getParentRoute: () => withRail, path: paths.helpNumbers, component: HelpNumbers }),
      createRoute({ getParentRoute: () => withRail, path: paths.hours, component: Hours }),
      createRoute({ getParentRoute: () => withRail, path: paths.retention, component: Retention }),
      createRoute({ getParentRoute: () => withRail, path: paths.practice, component: Practice }),
      createRoute({ getParentRoute: () => withRail, path: paths.person, component: Person }),
      createRoute({ getParentRoute: () => withRail, path: paths.erasure, component: Erasure }),
      createRoute({ getParentRoute: () => withRail, path: paths.today, component: Today }),
      createRoute({ getParentRoute: () => withRail, path: paths.clients, component: Clients }),
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
