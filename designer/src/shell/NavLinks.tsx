import { IconGauge, IconRoute, IconSettings, IconTicket } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

const PLACES = [
  { to: '/flows', word: 'nav.flows', Icon: IconRoute },
  { to: '/board', word: 'nav.board', Icon: IconGauge },
  { to: '/tickets', word: 'nav.tickets', Icon: IconTicket },
  { to: '/settings', word: 'nav.settings', Icon: IconSettings },
] as const;

/** The places of the app; the one being shown carries `aria-current`. */
export function NavLinks() {
  const { t } = useTranslation();
  return PLACES.map(({ to, word, Icon }) => (
    <Link key={to} to={to} className="frame-link" activeOptions={{ includeSearch: false }}>
      <Icon size={22} stroke={1.7} aria-hidden />
      {t(word)}
    </Link>
  ));
}
