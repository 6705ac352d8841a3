import { Tabs, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type ComponentType, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { hasRole, useViewer } from '../access/viewer.ts';
import type { Role } from '../graph/generated/graphql.ts';
import { SETTINGS_TABS } from '../shell/search-params.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { AgentsTab } from './AgentsTab.tsx';
import { ProfileTab } from './ProfileTab.tsx';
import { QueuesTab } from './QueuesTab.tsx';
import { TeamsTab } from './TeamsTab.tsx';
import { TokensTab } from './TokensTab.tsx';
import { UsersTab } from './UsersTab.tsx';
import './settings.css';

const route = getRouteApi('/shell/settings');

type SettingsTab = (typeof SETTINGS_TABS)[number];

/** Each tab and the least role that may open it. */
const TABS: Readonly<Record<SettingsTab, { readonly least: Role; readonly Content: ComponentType }>> = {
  profile: { least: 'VIEWER', Content: ProfileTab },
  agents: { least: 'VIEWER', Content: AgentsTab },
  queues: { least: 'VIEWER', Content: QueuesTab },
  teams: { least: 'VIEWER', Content: TeamsTab },
  users: { least: 'ADMIN', Content: UsersTab },
  tokens: { least: 'ADMIN', Content: TokensTab },
};

/** The workspace's set-up and the viewer's own; what the viewer's role may not open is not offered. */
export function SettingsPage() {
  const { t } = useTranslation();
  usePageTitle(t('settings.title'));
  const { user } = useViewer();
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const allowed = SETTINGS_TABS.filter((each) => hasRole(user.role, TABS[each].least));
  const open = tab && allowed.includes(tab) ? tab : 'profile';
  const listRef = useRef<HTMLDivElement>(null);
  // On phones the row of tabs scrolls: the open one comes into view.
  useEffect(() => {
    listRef.current?.querySelector(`[data-tab="${open}"]`)?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [open]);
  return (
    <div className="settings-page">
      <Title order={1}>{t('settings.title')}</Title>
      <Tabs
        value={open}
        onChange={(value) => void navigate({ search: { tab: allowed.find((each) => each === value) } })}
        keepMounted={false}
      >
        <Tabs.List ref={listRef}>
          {allowed.map((each) => (
            <Tabs.Tab key={each} value={each} data-tab={each}>
              {t(`settings.tab.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {allowed.map((each) => {
          const { Content } = TABS[each];
          return (
            <Tabs.Panel key={each} value={each} pt="md">
              <Content />
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </div>
  );
}
