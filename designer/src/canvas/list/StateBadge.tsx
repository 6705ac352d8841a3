import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FlowState } from '../../graph/generated/graphql.ts';
import '../canvas-colors.css';
import './list.css';

/** Whether a flow runs, and by which version. */
export function StateBadge({ state, number }: { readonly state: FlowState; readonly number: number | null }) {
  const { t } = useTranslation();
  return (
    <Badge className="state" data-state={state} variant="light" tt="none">
      {state === 'LIVE' && number !== null ? t('canvas.state.liveVersion', { number }) : t(`canvas.state.${state}`)}
    </Badge>
  );
}
