import { Loader } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../graph/connection.ts';
import { clockTime } from '../words/times.ts';
import './connection-banner.css';

/** Says that the page may be out of date; goes by itself when the connection is back. */
export function ConnectionBanner() {
  const { t, i18n } = useTranslation();
  const status = useConnection((state) => state.status);
  const lostAtMs = useConnection((state) => state.lostAtMs);
  return (
    <div role="status">
      {status === 'lost' && lostAtMs !== null && (
        <div className="connection-banner">
          <IconPlugConnectedX size={18} aria-hidden />
          <span>
            <strong>{t('connection.lost')}</strong>{' '}
            {t('connection.lostText', { since: clockTime(lostAtMs, i18n.language) })}
          </span>
          <Loader size={14} color="currentColor" aria-hidden />
        </div>
      )}
    </div>
  );
}
