import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SettingsTab } from '../shell/search-params.ts';
import './forms.css';

/** From one thing back to the list of its tab. */
export function BackLink({ tab }: { readonly tab: SettingsTab }) {
  const { t } = useTranslation();
  return (
    <Link to="/settings" search={{ tab }} className="forms-back">
      <IconArrowLeft size={16} aria-hidden /> {t('forms.back')}
    </Link>
  );
}
