import { Loader } from '@mantine/core';
import { IconCheck, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../graph/connection.ts';
import { clockTime } from '../words/times.ts';
import { useJustHealed } from './use-just-healed.ts';
import './connection-banner.css';

/** Says that the page may be out of date; heals by itself, and says that too. */
export function ConnectionBanner() {
  const { t, i18n } = useTranslation();
  const lostAtMs = useConnection((state) => state.lostAtMs);
  const isHealed = useJustHealed(lostAtMs !== null);
  return (
    <div role="status">
      {lostAtMs !== null && (
        <div className="connection-banner" data-state="lost">
          <IconPlugConnectedX size={18} aria-hidden />
          <span>
            <strong>{t('connection.lost')}</strong>{' '}
            {t('connection.lostText', { since: clockTime(lostAtMs, i18n.language) })}
          </span>
          <Loader size={14} color="currentColor" aria-hidden />
        </div>
      )}
      {isHealed && (
        <div className="connection-banner" data-state="healed">
          <IconCheck size={18} aria-hidden />
          {t('connection.restored')}
        </div>
      )}
    </div>
  );
}
