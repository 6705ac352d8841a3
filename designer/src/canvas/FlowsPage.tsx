import { type FlowTemplate, parsePortableFlow } from '@alur/engine';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, Group, Modal, Skeleton, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBook2, IconPlus, IconRoute, IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../access/viewer.ts';
import type { FlowRowFragment } from '../graph/generated/graphql.ts';
import { EmptyState } from '../shell/EmptyState.tsx';
import { Failure } from '../shell/Failure.tsx';
import { showFailure, showUserErrors } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { ImportFlowDialog } from './exchange/ImportFlowDialog.tsx';
import { downloadPortable } from './exchange/portable-file.ts';
import { TemplateCards, TemplateGallery } from './exchange/TemplateGallery.tsx';
import { DeleteFlowDocument, ExportedFlowDocument, FlowsDocument, MoveFlowDocument } from './flow-documents.ts';
import { CreateFlowDialog, type Start } from './list/CreateFlowDialog.tsx';
import { FlowList } from './list/FlowList.tsx';
import { ReferencesGate } from './references/ReferencesGate.tsx';
import './list/list.css';

/** The list of flows in their running order. */
export function FlowsPage() {
  const { t } = useTranslation();
  usePageTitle(t('canvas.title'));
  const canEdit = useHasRole('MANAGER');
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(FlowsDocument);
  const [move] = useAction(MoveFlowDocument);
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const flows = data?.flows.nodes;

  const onMove = async (flow: FlowRowFragment, position: number) => {
    const { data: answer } = await move({ variables: { input: { id: flow.id, position } }, refetchQueries: ['Flows'] });
    showUserErrors(answer?.moveFlow.userErrors);
  };

  const onExport = async ({ id }: FlowRowFragment) => {
    try {
      const options = { variables: { id }, fetchPolicy: 'network-only' } as const;
      const { data: answer } = await client.query({ query: ExportedFlowDocument, ...options });
      const read = parsePortableFlow(answer?.flow?.exported);
      if (read.ok) downloadPortable(read.portable);
      else notifications.show({ color: 'red', message: t('canvas.exchange.gone') });
    } catch (failure) {
      showFailure(failure);
    }
  };

  return (
    <div className="flows-page">
      <Group justify="space-between" mb={8}>
        <Title order={1}>{t('canvas.title')}</Title>
        <Group gap="xs">
          <Button variant="subtle" component={Link} to="/flows/reference" leftSection={<IconBook2 size={16} />} px="sm">
            {t('canvas.reference.short')}
          </Button>
          {canEdit && (
            <>
              <Button
                variant="default"
                leftSection={<IconUpload size={16} />}
                onClick={() => setOpen({ type: 'import' })}
              >
                {t('canvas.exchange.import')}
              </Button>
              <Button
                leftSection={<IconPlus size={16} />}
                onClick={() => setOpen({ type: 'create', start: 'blank' })}
                data-testid="new-flow"
              >
                {t('canvas.list.create')}
              </Button>
            </>
          )}
        </Group>
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
      {flows?.length === 0 && <NoFlows canEdit={canEdit} onOpen={setOpen} />}
      {flows && flows.length > 0 && (
        <FlowList
          flows={flows.toSorted((a, b) => a.position - b.position)}
          canEdit={canEdit}
          onMove={(flow, position) => void onMove(flow, position)}
          onExport={(flow) => void onExport(flow)}
          onDelete={(flow) => setOpen({ type: 'delete', flow })}
        />
      )}
      {open && <FlowsDialog open={open} onOpen={setOpen} />}
    </div>
  );
}

type OpenDialog =
  | { readonly type: 'create'; readonly start: Start }
  | { readonly type: 'templates'; readonly first?: FlowTemplate }
  | { readonly type: 'import' }
  | { readonly type: 'delete'; readonly flow: FlowRowFragment };

interface FlowsDialogProps {
  readonly open: OpenDialog;
  readonly onOpen: (next: OpenDialog | null) => void;
}

function FlowsDialog({ open, onOpen }: FlowsDialogProps) {
  const close = () => onOpen(null);
  switch (open.type) {
    case 'create':
      return (
        <ReferencesGate>
          <CreateFlowDialog start={open.start} onTemplates={() => onOpen({ type: 'templates' })} onClose={close} />
        </ReferencesGate>
      );
    case 'templates':
      return (
        <ReferencesGate>
          <TemplateGallery {...(open.first ? { first: open.first } : {})} onClose={close} />
        </ReferencesGate>
      );
    case 'import':
      return (
        <ReferencesGate>
          <ImportFlowDialog onClose={close} />
        </ReferencesGate>
      );
    case 'delete':
      return <DeleteDialog flow={open.flow} onClose={close} />;
  }
}

/** In place of the list: ways to begin, templates among them. */
function NoFlows({ canEdit, onOpen }: { readonly canEdit: boolean; readonly onOpen: FlowsDialogProps['onOpen'] }) {
  const { t } = useTranslation();
  return (
    <>
      <EmptyState
        icon={<IconRoute size={44} stroke={1.3} />}
        title={t('canvas.list.empty')}
        text={t(canEdit ? 'canvas.list.emptyText' : 'canvas.list.emptyViewer')}
      >
        {canEdit && (
          <Group mt="xs" justify="center">
            <Button onClick={() => onOpen({ type: 'create', start: 'starter' })}>
              {t('canvas.list.startStarter')}
            </Button>
            <Button variant="default" onClick={() => onOpen({ type: 'create', start: 'blank' })}>
              {t('canvas.list.startBlank')}
            </Button>
          </Group>
        )}
      </EmptyState>
      {canEdit && (
        <section>
          <Title order={2} mb="sm">
            {t('canvas.exchange.templates')}
          </Title>
          <TemplateCards onChoose={(first) => onOpen({ type: 'templates', first })} />
        </section>
      )}
    </>
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
