import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { loadViewer } from '../access/viewer.ts';
import { setOnSessionEnd } from '../graph/client.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { PageFailure } from './PageFailure.tsx';
import { PageLoading } from './PageLoading.tsx';
import { Shell } from './Shell.tsx';
import { boardSearch, flowEditorSearch, settingsSearch, signInSearch, ticketsSearch } from './search-params.ts';

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage, errorComponent: PageFailure });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('../access/SignInPage.tsx'), 'SignInPage'),
});

/** Pages behind sign-in; the way back is kept in `returnTo`. */
const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: Shell,
  pendingComponent: PageLoading,
  beforeLoad: async ({ location }) => {
    if ((await loadViewer()) === null) throw redirect({ to: '/sign-in', search: { returnTo: location.href } });
  },
});

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/flows' });
  },
});

const flowsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/flows',
  component: lazyRouteComponent(() => import('../canvas/FlowsPage.tsx'), 'FlowsPage'),
});

const referenceRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/flows/reference',
  component: lazyRouteComponent(() => import('../canvas/reference/ReferencePage.tsx'), 'ReferencePage'),
});

const flowEditorRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/flows/$flowId',
  validateSearch: flowEditorSearch,
  component: lazyRouteComponent(() => import('../canvas/FlowEditorPage.tsx'), 'FlowEditorPage'),
});

const boardRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/board',
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import('../board/BoardPage.tsx'), 'BoardPage'),
});

const ticketsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tickets',
  validateSearch: ticketsSearch,
  component: lazyRouteComponent(() => import('../tickets/TicketsPage.tsx'), 'TicketsPage'),
});

const ticketRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tickets/$ticketNumber',
  component: lazyRouteComponent(() => import('../tickets/TicketPage.tsx'), 'TicketPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings',
  validateSearch: settingsSearch,
  component: lazyRouteComponent(() => import('../settings/SettingsPage.tsx'), 'SettingsPage'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    shellRoute.addChildren([
      homeRoute,
      flowsRoute,
      referenceRoute,
      flowEditorRoute,
      boardRoute,
      ticketsRoute,
      ticketRoute,
      settingsRoute,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultPendingComponent: PageLoading,
  defaultErrorComponent: PageFailure,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

setOnSessionEnd(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in') return;
  void router.navigate({ to: '/sign-in', search: { returnTo: href, expired: true } });
});
