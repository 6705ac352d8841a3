import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Presence } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';
import { showUserErrors } from '../shell/notices.ts';
import { PRESENCES } from '../shell/search-params.ts';
import { useAction } from '../shell/use-action.ts';

const SetPresenceDocument = graphql(`
  mutation SetPresence($input: SetPresenceInput!) {
    setPresence(input: $input) {
      agent { id presence presenceSince }
      userErrors { code message path }
    }
  }
`);

interface PresenceMenuProps {
  readonly agentId: string;
  readonly name: string;
  readonly presence: Presence;
  readonly isEnabled: boolean;
}

/** An agent's presence, and a menu to change it. Only those online are given tickets. */
export function PresenceMenu({ agentId, name, presence, isEnabled }: PresenceMenuProps) {
  const { t } = useTranslation();
  const [set] = useAction(SetPresenceDocument);
  const shown = (
    <span className="settings-presence" data-presence={presence}>
      <span aria-hidden />
      {t(`board.presenceOf.${presence}`)}
    </span>
  );
  if (!isEnabled) return shown;
  const choose = async (chosen: Presence) => {
    const { data } = await set({ variables: { input: { agentId, presence: chosen } } });
    showUserErrors(data?.setPresence.userErrors);
  };
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className="settings-choice" aria-label={`${t('board.presence')}: ${name}`}>
          {shown}
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {PRESENCES.map((each) => (
          <Menu.Item key={each} onClick={() => void choose(each)}>
            <span className="settings-presence" data-presence={each}>
              <span aria-hidden />
              {t(`board.presenceOf.${each}`)}
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
