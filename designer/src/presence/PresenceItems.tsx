import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Presence } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';
import { showUserErrors } from '../shell/notices.ts';
import { PRESENCES } from '../shell/search-params.ts';
import { useAction } from '../shell/use-action.ts';
import { PresenceMark } from './PresenceMark.tsx';
import { usePresenceStatuses } from './presence-statuses.ts';

const SetPresenceDocument = graphql(`
  mutation SetPresence($input: SetPresenceInput!) {
    setPresence(input: $input) {
      agent { id presence presenceSince statusId }
      userErrors { code message path }
    }
  }
`);

interface PresenceItemsProps {
  readonly agentId: string;
  readonly presence: Presence;
  readonly statusId: string | null;
}

/** The presences to choose from, the workspace's own statuses below them, as items of a menu. */
export function PresenceItems({ agentId, presence, statusId }: PresenceItemsProps) {
  const { t } = useTranslation();
  const statuses = usePresenceStatuses();
  const [set] = useAction(SetPresenceDocument);
  const choose = async (chosen: { presence: Presence } | { statusId: string }) => {
    const { data } = await set({ variables: { input: { agentId, ...chosen } } });
    showUserErrors(data?.setPresence.userErrors);
  };
  const check = (isChosen: boolean) => (isChosen ? <IconCheck size={16} aria-hidden /> : undefined);
  return (
    <>
      {PRESENCES.map((each) => (
        <Menu.Item
          key={each}
          onClick={() => void choose({ presence: each })}
          rightSection={check(statusId === null && presence === each)}
        >
          <PresenceMark presence={each} text={t(`board.presenceOf.${each}`)} />
        </Menu.Item>
      ))}
      {statuses.length > 0 && <Menu.Divider />}
      {statuses.map(({ id, name, allowsWork }) => (
        <Menu.Item key={id} onClick={() => void choose({ statusId: id })} rightSection={check(statusId === id)}>
          <PresenceMark presence={allowsWork ? 'ONLINE' : 'AWAY'} text={name} />
          <span className="presence-note">{t(allowsWork ? 'presence.takes' : 'presence.takesNone')}</span>
        </Menu.Item>
      ))}
    </>
  );
}
