import {
  ActionIcon,
  Avatar,
  Menu,
  Text,
  Tooltip,
  UnstyledButton,
  useComputedColorScheme,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core';
import { IconLanguage, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../access/viewer.ts';
import { renewSession } from '../graph/client.ts';
import { graphql } from '../graph/generated/index.ts';
import { PresenceItems } from '../presence/PresenceItems.tsx';
import { chooseLanguage, type Language } from '../words/words.ts';
import { NotificationBell } from './NotificationBell.tsx';
import { useAction } from './use-action.ts';

const SignOutDocument = graphql(`
  mutation SignOut {
    signOut { isSignedOut userErrors { code message path } }
  }
`);

/** Notifications, language, light or dark, and the viewer's own menu. */
export function AccountControls() {
  return (
    <>
      <NotificationBell />
      <LanguageSwitch />
      <ThemeSwitch />
      <UserMenu />
    </>
  );
}

const LANGUAGES: readonly Language[] = ['en', 'id'];

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <Menu position="right-end">
      <Menu.Target>
        <Tooltip label={t('language.label')} position="right">
          <ActionIcon variant="subtle" color="gray" size={40} aria-label={t('language.label')}>
            <IconLanguage size={21} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map((language) => (
          <Menu.RadioItem
            key={language}
            value={language}
            checked={i18n.language === language}
            onClick={() => chooseLanguage(language)}
            lang={language}
          >
            {language === 'en' ? 'English' : 'Bahasa Indonesia'}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

export function ThemeSwitch() {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const label = t(isDark ? 'theme.toLight' : 'theme.toDark');
  return (
    <Tooltip label={label} position="right">
      <ActionIcon
        variant="subtle"
        color="gray"
        size={40}
        aria-label={label}
        onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
      >
        {isDark ? <IconSun size={21} stroke={1.7} /> : <IconMoon size={21} stroke={1.7} />}
      </ActionIcon>
    </Tooltip>
  );
}

function UserMenu() {
  const { t } = useTranslation();
  const { user, workspace } = useViewer();
  const navigate = useNavigate();
  const [signOut] = useAction(SignOutDocument);
  const leave = async () => {
    const { data } = await signOut();
    if (!data) return;
    await navigate({ to: '/sign-in' });
    await renewSession();
  };
  return (
    <Menu position="right-end" width={240}>
      <Menu.Target>
        <UnstyledButton p={4}>
          <Avatar name={user.name} color="lagoon" size={34} radius="xl" />
          <VisuallyHidden>{t('user.menu', { name: user.name })}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div style={{ padding: '6px 12px 10px' }}>
          <Text size="sm" fw={600} truncate>
            {user.name}
          </Text>
          <Text size="xs" className="alur-faint" truncate>
            {user.email}
          </Text>
          <Text size="xs" className="alur-faint" truncate>
            {t(`role.${user.role}`)} · {workspace.name}
          </Text>
        </div>
        {user.agent && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('presence.yours')}</Menu.Label>
            <PresenceItems agentId={user.agent.id} presence={user.agent.presence} statusId={user.agent.statusId} />
          </>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={leave}>
          {t('user.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
