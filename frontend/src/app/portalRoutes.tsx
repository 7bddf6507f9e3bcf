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
import { NotOpenPage } from '@/features/not-open/NotOpenPage';
import { doors, paths } from '@/lib/paths';

const MySecurity = lazyRouteComponent(() => import('@/app/pages/MySecurity'), 'MySecurity');
const SetUp = lazyRouteComponent(() => import('@/app/pages/SetUp'), 'SetUp');
const SignIn = lazyRouteComponent(() => import('@/app/pages/SignIn'), 'SignIn');

/** Every page that clients can open, all of them under the portal's own door. */
export function makePortalRouter(history?: RouterHistory) {
  const root = createRootRoute({ component: () => <Gate door="portal" /> });
  const under = () => root;
  const routeTree = root.addChildren([
    createRoute({ getParentRoute: under, path: paths.signIn, component: SignIn }),
    createRoute({ getParentRoute: under, path: paths.setUp, component: SetUp }),
    createRoute({ getParentRoute: under, path: paths.security, component: MySecurity }),
    createRoute({
      getParentRoute: under,
      path: paths.start,
      component: () => <NotOpenPage startPage={doors.portal} />,
    }),
  ]);
  return createRouter({
    routeTree,
    basepath: doors.portal,
    ...(history && { history }),
    defaultErrorComponent: PageFailed,
    defaultNotFoundComponent: PageNotFound,
  });
}
