import { useQuery } from '@apollo/client/react';
import { SimpleGrid } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { spanToText } from '../forms/span-text.ts';
import { graphql } from '../graph/generated/index.ts';
import { showUserErrors } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';
import { durationMs } from '../words/times.ts';
import { PresenceMark } from './PresenceMark.tsx';
import { PresenceStatusesDocument } from './presence-statuses.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { StatusDialog } from './StatusDialog.tsx';
import { WordList } from './WordList.tsx';

const DeclineReasonsDocument = graphql(`
  query DeclineReasons {
    declineReasons { id name offerAgainAfter }
  }
`);

const DeletePresenceStatusDocument = graphql(`
  mutation DeletePresenceStatus($input: RoutingWordIdInput!) {
    deletePresenceStatus(input: $input) { deletedId userErrors { code message path } }
  }
`);

/** The workspace's own words for being away, and for declining a ticket. */
export function StatusesTab() {
  const { t, i18n } = useTranslation();
  const statuses = useQuery(PresenceStatusesDocument);
  const reasons = useQuery(DeclineReasonsDocument);
  const [remove] = useAction(DeletePresenceStatusDocument);
  const [status, setStatus] = useState<string | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const editedStatus = statuses.data?.presenceStatuses.find(({ id }) => id === status) ?? null;
  const editedReason = reasons.data?.declineReasons.find(({ id }) => id === reason) ?? null;
  const removeStatus = async (id: string) => {
    const { data } = await remove({ variables: { input: { id } } });
    if (!showUserErrors(data?.deletePresenceStatus.userErrors)) void statuses.refetch();
  };
  const again = (iso: string | null) => {
    const spanMs = iso === null ? null : durationMs(iso);
    if (spanMs === null) return t('presence.neverAgain');
    return t('presence.againAfter', { span: spanToText(spanMs, i18n.language === 'id' ? 'id' : 'en') });
  };
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <WordList
        title={t('presence.statuses')}
        help={t('presence.statusesHelp')}
        emptyText={t('presence.noStatuses')}
        addLabel={t('presence.addStatus')}
        answer={statuses}
        items={statuses.data?.presenceStatuses.map(({ id, name, allowsWork }) => ({
          id,
          name,
          mark: <PresenceMark presence={allowsWork ? 'ONLINE' : 'AWAY'} text={name} />,
          note: t(allowsWork ? 'presence.takes' : 'presence.takesNone'),
        }))}
        onEdit={setStatus}
        onRemove={removeStatus}
      />
      <WordList
        title={t('presence.reasons')}
        help={t('presence.reasonsHelp')}
        emptyText={t('presence.noReasons')}
        addLabel={t('presence.addReason')}
        answer={reasons}
        items={reasons.data?.declineReasons.map(({ id, name, offerAgainAfter }) => ({
          id,
          name,
          mark: name,
          note: again(offerAgainAfter),
        }))}
        onEdit={setReason}
      />
      {status !== null && (
        <StatusDialog status={editedStatus} onClose={() => setStatus(null)} onSaved={() => void statuses.refetch()} />
      )}
      {reason !== null && (
        <ReasonDialog reason={editedReason} onClose={() => setReason(null)} onSaved={() => void reasons.refetch()} />
      )}
    </SimpleGrid>
  );
}
