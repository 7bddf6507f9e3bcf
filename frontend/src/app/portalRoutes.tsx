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
import { SignInPage } from '@/features/sign-in/SignInPage';
import { doors, paths } from '@/lib/paths';

// Seen once per account: its codes and squares are not worth everyone's first load.
const SetUp = lazyRouteComponent(() => import('@/app/SetUp'), 'SetUp');

/** Every page that clients can open, all of them under the portal's own door. */
export function makePortalRouter(history?: RouterHistory) {
  const root = createRootRoute({ component: () => <Gate door="portal" /> });
  const under = () => root;
  const routeTree = root.addChildren([
    createRoute({ getParentRoute: under, path: paths.signIn, component: SignInPage }),
    createRoute({ getParentRoute: under, path: paths.setUp, component: SetUp }),
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
