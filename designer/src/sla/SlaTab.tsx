import { useQuery } from '@apollo/client/react';
import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconClockCheck, IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../access/viewer.ts';
import { CalendarsDocument } from '../calendars/calendar-documents.ts';
import { ReferencesGate } from '../canvas/references/ReferencesGate.tsx';
import { EmptyState } from '../shell/EmptyState.tsx';
import { Failure } from '../shell/Failure.tsx';
import { PolicyEditor } from './PolicyEditor.tsx';
import { PolicyList } from './PolicyList.tsx';
import { SlaPoliciesDocument } from './sla-documents.ts';
import './sla.css';

const route = getRouteApi('/shell/settings');

/** What is promised to which tickets: the policies in their order, or the one that is open. */
export function SlaTab() {
  return (
    <ReferencesGate>
      <SlaPolicies />
    </ReferencesGate>
  );
}

function SlaPolicies() {
  const { t } = useTranslation();
  const isManager = useHasRole('MANAGER');
  const { item } = route.useSearch();
  const navigate = route.useNavigate();
  const policies = useQuery(SlaPoliciesDocument);
  const calendars = useQuery(CalendarsDocument);
  const error = policies.error ?? calendars.error;
  if (!policies.data || !calendars.data) {
    const retry = () => {
      void policies.refetch();
      void calendars.refetch();
    };
    return error ? <Failure error={error} onRetry={retry} /> : <Skeleton height={260} />;
  }
  const all = policies.data.slaPolicies;
  const open = all.find(({ id }) => id === item) ?? null;
  if (open || (item === 'new' && isManager)) {
    return (
      <PolicyEditor
        key={item}
        policy={open}
        policies={all}
        calendars={calendars.data.calendars}
        isEditable={isManager}
        onDone={() => void navigate({ search: { tab: 'sla' } })}
      />
    );
  }
  const add = isManager && (
    <Button
      size="sm"
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => void navigate({ search: { tab: 'sla', item: 'new' } })}
    >
      {t('sla.add')}
    </Button>
  );
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Text size="sm" className="alur-faint" maw={640}>
          {t('sla.intro')}
        </Text>
        {all.length > 0 && add}
      </Group>
      {all.length === 0 ? (
        <div className="alur-card">
          <EmptyState icon={<IconClockCheck size={40} stroke={1.4} />} title={t('sla.none')} text={t('sla.noneText')}>
            {add}
          </EmptyState>
        </div>
      ) : (
        <PolicyList policies={all} calendars={calendars.data.calendars} isEditable={isManager} />
      )}
    </Stack>
  );
}
