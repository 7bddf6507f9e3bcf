import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';

import { PageFailed } from '@/app/PageFailed';
import { PageNotFound } from '@/app/PageNotFound';
import { PortalFrame } from '@/app/PortalFrame';
import { trendSearch } from '@/lib/trendSearch';
import { doors, paths, portalPaths } from '@/lib/paths';

const Bookings = lazyRouteComponent(() => import('@/app/pages/Bookings'), 'Bookings');
const CheckIn = lazyRouteComponent(() => import('@/app/pages/CheckIn'), 'CheckIn');
const Help = lazyRouteComponent(() => import('@/app/pages/Help'), 'Help');
const Me = lazyRouteComponent(() => import('@/app/pages/Me'), 'Me');
const MySecurity = lazyRouteComponent(() => import('@/app/pages/MySecurity'), 'MySecurity');
const PortalLayout = lazyRouteComponent(() => import('@/app/PortalLayout'), 'PortalLayout');
const SetUp = lazyRouteComponent(() => import('@/app/pages/SetUp'), 'SetUp');
const SignIn = lazyRouteComponent(() => import('@/app/pages/SignIn'), 'SignIn');
const Trend = lazyRouteComponent(() => import('@/app/pages/Trend'), 'Trend');

/** Every page that clients can open, all of them under the portal's own door. */
export function makePortalRouter(history?: RouterHistory) {
  const root = createRootRoute({ component: PortalFrame });
  const under = () => root;
  const withTabs = createRoute({ getParentRoute: under, id: 'portal', component: PortalLayout });
  const routeTree = root.addChildren([
    createRoute({ getParentRoute: under, path: paths.signIn, component: SignIn }),
    createRoute({ getParentRoute: under, path: paths.setUp, component: SetUp }),
    createRoute({ getParentRoute: under, path: paths.security, component: MySecurity }),
    createRoute({ getParentRoute: under, path: paths.start, component: () => null }),
    withTabs.addChildren([
      createRoute({ getParentRoute: () => withTabs, path: portalPaths.checkIn, component: CheckIn }),
      createRoute({
        getParentRoute: () => withTabs,
        path: portalPaths.trend,
        component: Trend,
        validateSearch: trendSearch,
      }),
      createRoute({ getParentRoute: () => withTabs, path: portalPaths.bookings, component: Bookings }),
      createRoute({ getParentRoute: () => withTabs, path: portalPaths.me, component: Me }),
      createRoute({ getParentRoute: () => withTabs, path: portalPaths.help, component: Help }),
    ]),
  ]);
  return createRouter({
    routeTree,
    basepath: doors.portal,
    ...(history && { history }),
    defaultPreload: 'intent',
    defaultErrorComponent: PageFailed,
    defaultNotFoundComponent: PageNotFound,
  });
}
