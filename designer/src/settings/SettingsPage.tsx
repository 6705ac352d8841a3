import { Select, Title } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { hasRole, useViewer } from '../access/viewer.ts';
import { CalendarsTab } from '../calendars/CalendarsTab.tsx';
import type { Role } from '../graph/generated/graphql.ts';
import { LearnedTab } from '../learning/LearnedTab.tsx';
import { StatusesTab } from '../presence/StatusesTab.tsx';
import type { SettingsTab } from '../shell/search-params.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { ShiftsTab } from '../shifts/ShiftsTab.tsx';
import { SkillsTab } from '../skills/SkillsTab.tsx';
import { SlaTab } from '../sla/SlaTab.tsx';
import { AgentsTab } from './AgentsTab.tsx';
import { ProfileTab } from './ProfileTab.tsx';
import { QueuesTab } from './QueuesTab.tsx';
import { TeamsTab } from './TeamsTab.tsx';
import { TokensTab } from './TokensTab.tsx';
import { UsersTab } from './UsersTab.tsx';
import './settings.css';

const route = getRouteApi('/shell/settings');

/** The tabs by what they are about, in the order they are listed. */
const GROUPS = [
  { group: 'people', tabs: ['agents', 'teams', 'skills', 'shifts'] },
  { group: 'routing', tabs: ['queues', 'statuses', 'learned'] },
  { group: 'time', tabs: ['calendars', 'sla'] },
  { group: 'workspace', tabs: ['users', 'tokens', 'profile'] },
] as const satisfies readonly { group: string; tabs: readonly SettingsTab[] }[];

/** Each tab and the least role that may open it. */
const TABS: Readonly<Record<SettingsTab, { readonly least: Role; readonly Content: ComponentType }>> = {
  agents: { least: 'VIEWER', Content: AgentsTab },
  teams: { least: 'VIEWER', Content: TeamsTab },
  skills: { least: 'VIEWER', Content: SkillsTab },
  shifts: { least: 'VIEWER', Content: ShiftsTab },
  queues: { least: 'VIEWER', Content: QueuesTab },
  statuses: { least: 'VIEWER', Content: StatusesTab },
  learned: { least: 'VIEWER', Content: LearnedTab },
  calendars: { least: 'VIEWER', Content: CalendarsTab },
  sla: { least: 'VIEWER', Content: SlaTab },
  users: { least: 'ADMIN', Content: UsersTab },
  tokens: { least: 'ADMIN', Content: TokensTab },
  profile: { least: 'VIEWER', Content: ProfileTab },
};

/** The workspace's set-up and the viewer's own; what the viewer's role may not open is not offered. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { user } = useViewer();
  const { tab } = route.useSearch();
  const isAllowed = (each: SettingsTab) => hasRole(user.role, TABS[each].least);
  const start = hasRole(user.role, 'MANAGER') ? 'agents' : 'profile';
  const open = tab && isAllowed(tab) ? tab : start;
  const { Content } = TABS[open];
  const groups = GROUPS.map(({ group, tabs }) => ({ group, tabs: tabs.filter(isAllowed) }));
  usePageTitle(`${t(`settings.tab.${open}`)} · ${t('settings.title')}`);
  return (
    <div className="settings-page">
      <SettingsNav groups={groups} open={open} />
      <section className="settings-content" aria-labelledby="settings-heading">
        <Title order={1} id="settings-heading">
          {t(`settings.tab.${open}`)}
        </Title>
        <Content key={open} />
      </section>
    </div>
  );
}

interface SettingsNavProps {
  readonly groups: readonly {
    readonly group: (typeof GROUPS)[number]['group'];
    readonly tabs: readonly SettingsTab[];
  }[];
  readonly open: SettingsTab;
}

/** The way between the tabs: a list beside them, or on phones a field above. */
function SettingsNav({ groups, open }: SettingsNavProps) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const all = groups.flatMap(({ tabs }) => tabs);
  return (
    <>
      <nav className="settings-nav" aria-label={t('settings.title')}>
        {groups.map(({ group, tabs }) => (
          <div key={group}>
            <p id={`settings-${group}`}>{t(`settings.group.${group}`)}</p>
            <ul aria-labelledby={`settings-${group}`}>
              {tabs.map((tab) => (
                <li key={tab}>
                  <Link to="/settings" search={{ tab }} aria-current={tab === open ? 'page' : undefined}>
                    {t(`settings.tab.${tab}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <Select
        className="settings-nav-phone"
        aria-label={t('settings.title')}
        size="md"
        allowDeselect={false}
        value={open}
        onChange={(value) => void navigate({ search: { tab: all.find((each) => each === value) } })}
        data={groups.map(({ group, tabs }) => ({
          group: t(`settings.group.${group}`),
          items: tabs.map((tab) => ({ value: tab, label: t(`settings.tab.${tab}`) })),
        }))}
        maxDropdownHeight={420}
      />
    </>
  );
}
