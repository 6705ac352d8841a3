import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountControls } from './AccountControls.tsx';
import { Brand } from './Brand.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { NavLinks } from './NavLinks.tsx';
import './frame.css';

/** The frame around every page behind sign-in: a rail on wide screens, bars above and below on phones. */
export function Shell() {
  const { t } = useTranslation();
  const mainRef = useFocusOnNavigation();
  return (
    <div className="frame">
      <a className="alur-skip" href="#main">
        {t('nav.skip')}
      </a>
      <header className="frame-brand">
        <Link to="/flows" aria-label={t('app.name')} className="frame-home">
          <Brand size={34} />
        </Link>
      </header>
      <nav className="frame-nav" aria-label={t('nav.label')}>
        <NavLinks />
      </nav>
      <div className="frame-account">
        <AccountControls />
      </div>
      <main id="main" className="frame-main" tabIndex={-1} ref={mainRef}>
        <ConnectionBanner />
        <div className="frame-page">
          <Outlet />
        </div>
      </main>
    </div>
  );
}

/** Moves focus to the content when the page changes, so that keyboard and screen reader start there. */
function useFocusOnNavigation() {
  const mainRef = useRef<HTMLElement>(null);
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const firstPathname = useRef(pathname);
  useEffect(() => {
    if (firstPathname.current === pathname) return;
    firstPathname.current = pathname;
    mainRef.current?.focus({ preventScroll: true });
  }, [pathname]);
  return mainRef;
}
