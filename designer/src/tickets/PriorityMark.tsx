import { useTranslation } from 'react-i18next';
import type { Priority } from '../graph/generated/graphql.ts';
import './ticket-marks.css';

const BARS: Readonly<Record<Priority, number>> = { LOW: 1, NORMAL: 2, HIGH: 3, URGENT: 4 };

/** A ticket's priority: a word and rising bars, so that colour is not needed to tell. */
export function PriorityMark({ priority }: { readonly priority: Priority }) {
  const { t } = useTranslation();
  return (
    <span className="ticket-priority" data-priority={priority}>
      <svg width="16" height="12" viewBox="0 0 16 12" aria-hidden="true">
        {[0, 1, 2, 3].map((index) => (
          <rect
            key={index}
            x={index * 4}
            y={9 - index * 3}
            width="3"
            height={3 + index * 3}
            rx="0.8"
            opacity={index < BARS[priority] ? 1 : 0.22}
          />
        ))}
      </svg>
      {t(`tickets.priority.${priority}`)}
    </span>
  );
}
