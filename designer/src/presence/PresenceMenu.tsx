import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Presence } from '../graph/generated/graphql.ts';
import { PresenceItems } from './PresenceItems.tsx';
import { PresenceMark } from './PresenceMark.tsx';
import { usePresenceStatuses } from './presence-statuses.ts';

interface PresenceMenuProps {
  readonly agentId: string;
  readonly name: string;
  readonly presence: Presence;
  readonly statusId: string | null;
  readonly isEnabled: boolean;
}

/** An agent's presence, and a menu to change it. Only those online are given tickets. */
export function PresenceMenu({ agentId, name, presence, statusId, isEnabled }: PresenceMenuProps) {
  const { t } = useTranslation();
  const status = usePresenceStatuses().find(({ id }) => id === statusId);
  const text = status?.name ?? t(`board.presenceOf.${presence}`);
  const shown = <PresenceMark presence={presence} text={text} />;
  if (!isEnabled) return shown;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className="settings-choice" aria-label={`${t('board.presence')}: ${name}, ${text}`}>
          {shown}
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <PresenceItems agentId={agentId} presence={presence} statusId={statusId} />
      </Menu.Dropdown>
    </Menu>
  );
}
