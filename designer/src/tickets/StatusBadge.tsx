import { useTranslation } from 'react-i18next';
import type { Status } from '../graph/generated/graphql.ts';
import './ticket-marks.css';

/** A ticket's status in a word and a colour. */
export function StatusBadge({ status }: { readonly status: Status }) {
  const { t } = useTranslation();
  return (
    <span className="ticket-status" data-status={status}>
      {t(`tickets.status.${status}`)}
    </span>
  );
}
