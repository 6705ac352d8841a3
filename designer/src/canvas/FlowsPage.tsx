import { useQuery } from '@apollo/client/react';
import { Button, Group, Modal, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconPlus, IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../access/viewer.ts';
import type { FlowRowFragment } from '../graph/generated/graphql.ts';
import { EmptyState } from '../shell/EmptyState.tsx';
import { Failure } from '../shell/Failure.tsx';
import { showUserErrors } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { DeleteFlowDocument, FlowsDocument, MoveFlowDocument } from './flow-documents.ts';
import { CreateFlowDialog, type Start } from './list/CreateFlowDialog.tsx';
import { FlowList } from './list/FlowList.tsx';
import { ReferencesGate } from './references/ReferencesGate.tsx';
import './list/list.css';

/** The list of flows in their running order. */
export function FlowsPage() {
  const { t } = useTranslation();
  usePageTitle(t('canvas.title'));
  const canEdit = useHasRole('MANAGER');
  const { data, error, refetch } = useQuery(FlowsDocument);
  const [move] = useAction(MoveFlowDocument);
  const [start, setStart] = useState<Start | null>(null);
  const [leaving, setLeaving] = useState<FlowRowFragment | null>(null);
  const flows = data?.flows.nodes;

  const onMove = async (flow: FlowRowFragment, position: number) => {
    const { data: answer } = await move({ variables: { input: { id: flow.id, position } }, refetchQueries: ['Flows'] });
    showUserErrors(answer?.moveFlow.userErrors);
  };

  return (
    <div className="flows-page">
      <Group justify="space-between" mb={4}>
        <Title order={1}>{t('canvas.title')}</Title>
        {canEdit && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setStart('blank')} data-testid="new-flow">
            {t('canvas.list.create')}
          </Button>
        )}
      </Group>
      <Text size="sm" className="alur-faint" mb="lg">
        {t('canvas.list.order')}
      </Text>
      {error && !flows && <Failure error={error} onRetry={() => void refetch()} />}
      {!flows && !error && (
        <Stack gap="sm" aria-busy aria-label={t('common.loading')}>
          <Skeleton height={62} />
          <Skeleton height={62} />
          <Skeleton height={62} />
        </Stack>
      )}
      {flows?.length === 0 && (
        <EmptyState
          icon={<IconRoute size={44} stroke={1.3} />}
          title={t('canvas.list.empty')}
          text={t(canEdit ? 'canvas.list.emptyText' : 'canvas.list.emptyViewer')}
        >
          {canEdit && (
            <Group mt="xs" justify="center">
              <Button onClick={() => setStart('starter')}>{t('canvas.list.startStarter')}</Button>
              <Button variant="default" onClick={() => setStart('blank')}>
                {t('canvas.list.startBlank')}
              </Button>
            </Group>
          )}
        </EmptyState>
      )}
      {flows && flows.length > 0 && (
        <FlowList
          flows={flows.toSorted((a, b) => a.position - b.position)}
          canEdit={canEdit}
          onMove={(flow, position) => void onMove(flow, position)}
          onDelete={setLeaving}
        />
      )}
      {start && (
        <ReferencesGate>
          <CreateFlowDialog start={start} onClose={() => setStart(null)} />
        </ReferencesGate>
      )}
      {leaving && <DeleteDialog flow={leaving} onClose={() => setLeaving(null)} />}
    </div>
  );
}

/** Deleting can't be undone, so it asks. */
function DeleteDialog({ flow, onClose }: { readonly flow: FlowRowFragment; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [remove, { loading }] = useAction(DeleteFlowDocument);
  const confirm = async () => {
    const { data } = await remove({ variables: { input: { flowId: flow.id } }, refetchQueries: ['Flows'] });
    showUserErrors(data?.deleteFlow.userErrors);
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      title={t('canvas.list.deleteTitle', { name: flow.name })}
    >
      <Text size="sm">{t(flow.state === 'LIVE' ? 'canvas.list.deleteLive' : 'canvas.list.deleteText')}</Text>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button color="red" loading={loading} onClick={() => void confirm()}>
          {t('canvas.list.delete')}
        </Button>
      </Group>
    </Modal>
  );
}
