import { useQuery } from '@apollo/client/react';
import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconEye, IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowVersionsQuery } from '../../graph/generated/graphql.ts';
import { Failure } from '../../shell/Failure.tsx';
import { shortTime } from '../../words/times.ts';
import { FlowVersionsDocument } from '../flow-documents.ts';
import { StateBadge } from '../list/StateBadge.tsx';
import { useRollingBack } from './use-rolling-back.ts';
import './versions.css';

type Version = NonNullable<FlowVersionsQuery['flow']>['versions']['edges'][number]['node'];

interface VersionsPanelProps {
  readonly flowId: string;
  readonly live: { readonly id: string; readonly number: number } | null;
  /** The number of the version on the canvas; null while it is the draft. */
  readonly shownNumber: number | null;
  readonly isReadOnly: boolean;
  readonly onShow: (number: number | null) => void;
  readonly onRestore: (number: number) => void;
}

/** The history of a flow, newest first: look at a version, take it up as the draft, or make it live again. */
export function VersionsPanel(props: VersionsPanelProps) {
  const { flowId, shownNumber, onShow } = props;
  const { t } = useTranslation();
  const { data, error, refetch, fetchMore } = useQuery(FlowVersionsDocument, { variables: { id: flowId } });
  const [problem, setProblem] = useState<string | null>(null);
  const versions = data?.flow?.versions;
  if (error && !versions) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!versions) {
    return (
      <Stack gap="sm" aria-busy aria-label={t('common.loading')}>
        <Skeleton height={72} />
        <Skeleton height={72} />
      </Stack>
    );
  }
  return (
    <Stack gap="sm">
      {shownNumber !== null && (
        <Button variant="light" size="xs" onClick={() => onShow(null)}>
          {t('canvas.versions.backToDraft')}
        </Button>
      )}
      {problem && (
        <Alert color="red" p="xs" role="alert" icon={<IconAlertTriangle size={18} />}>
          {problem}
        </Alert>
      )}
      {versions.edges.length === 0 && (
        <Text size="sm" className="alur-faint">
          {t('canvas.versions.none')}
        </Text>
      )}
      <ul className="versions" data-testid="versions">
        {versions.edges.map(({ node }) => (
          <VersionRow key={node.id} version={node} {...props} onProblem={setProblem} />
        ))}
      </ul>
      {versions.pageInfo.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          onClick={() =>
            void fetchMore({
              variables: { after: versions.pageInfo.endCursor ?? null },
              updateQuery: (before, { fetchMoreResult }) => joined(before, fetchMoreResult),
            })
          }
        >
          {t('common.loadMore')}
        </Button>
      )}
    </Stack>
  );
}

interface VersionRowProps extends VersionsPanelProps {
  readonly version: Version;
  readonly onProblem: (problem: string | null) => void;
}

function VersionRow({ version, flowId, live, shownNumber, isReadOnly, onShow, onRestore, onProblem }: VersionRowProps) {
  const { t, i18n } = useTranslation();
  const { rollBack, isBusy } = useRollingBack(flowId);
  const at = shortTime(Date.parse(version.publishedAt), i18n.language);
  const isShown = shownNumber === version.number;
  return (
    <li className="version" data-shown={isShown || undefined} data-testid={`version-${version.number}`}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text fw={650} size="sm">
          {t('canvas.versions.number', { number: version.number })}
        </Text>
        {version.isLive && <StateBadge state="LIVE" number={null} />}
      </Group>
      <Text size="xs" className="alur-faint">
        {version.publishedBy ? t('canvas.versions.by', { at, name: version.publishedBy.name }) : at}
      </Text>
      {version.rolledBackFrom && (
        <Text size="xs" className="alur-faint">
          {t('canvas.versions.from', { number: version.rolledBackFrom.number })}
        </Text>
      )}
      {version.note !== '' && (
        <Text size="sm" mt={4}>
          {version.note}
        </Text>
      )}
      <Group gap={4} mt={6}>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconEye size={13} />}
          disabled={isShown}
          onClick={() => onShow(version.number)}
        >
          {t('canvas.versions.show')}
        </Button>
        {!isReadOnly && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconFileImport size={13} />}
            onClick={() => onRestore(version.number)}
          >
            {t('canvas.versions.restore')}
          </Button>
        )}
        {!isReadOnly && !version.isLive && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconArrowBackUp size={13} />}
            loading={isBusy}
            onClick={() => void rollBack(version, live).then(onProblem)}
          >
            {t('canvas.versions.rollBack')}
          </Button>
        )}
      </Group>
    </li>
  );
}

function joined(before: FlowVersionsQuery, more: FlowVersionsQuery): FlowVersionsQuery {
  if (!before.flow || !more.flow) return before;
  const edges = [...before.flow.versions.edges, ...more.flow.versions.edges];
  return { flow: { ...before.flow, versions: { ...more.flow.versions, edges } } };
}
