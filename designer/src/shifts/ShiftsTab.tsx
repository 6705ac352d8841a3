import { useQuery } from '@apollo/client/react';
import { Group, Select, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasRole, useViewer } from '../access/viewer.ts';
import { CalendarsDocument } from '../calendars/calendar-documents.ts';
import { hoursOf, WEEK } from '../calendars/week-edits.ts';
import { weekdayName } from '../canvas/condition/WeekdaysInput.tsx';
import { graphql } from '../graph/generated/index.ts';
import { EmptyState } from '../shell/EmptyState.tsx';
import { Failure } from '../shell/Failure.tsx';
import { showUserErrors } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';
import { type SkilledAgent, useAllAgents } from '../skills/all-agents.ts';
import { CoverageMap } from './CoverageMap.tsx';
import { coverage } from './coverage.ts';
import '../forms/forms.css';
import './shifts.css';

const SetShiftDocument = graphql(`
  mutation SetShift($input: UpdateAgentInput!) {
    updateAgent(input: $input) { agent { id shiftCalendarId } userErrors { code message path } }
  }
`);

/** Drawn at first; the rest one press away, so that large teams stay quick. */
const SHOWN_AT_FIRST = 60;

/** Who works when: everybody's calendar of shifts, their hours by weekday, and how many work in each hour. */
export function ShiftsTab() {
  const { t, i18n } = useTranslation();
  const isManager = useHasRole('MANAGER');
  const { workspace } = useViewer();
  const { data, error, refetch } = useQuery(CalendarsDocument);
  const people = useAllAgents();
  const [set] = useAction(SetShiftDocument);
  const [chosen, setChosen] = useState<ReadonlyMap<string, string | null>>(new Map());
  const [search, setSearch] = useState('');
  const [teamId, setTeamId] = useState<string | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const calendars = useMemo(() => new Map((data?.calendars ?? []).map((each) => [each.id, each])), [data]);
  const shiftOf = (agent: SkilledAgent) => {
    const id = chosen.get(agent.id);
    return id === undefined ? agent.shiftCalendarId : id;
  };
  const failure = (data ? null : error) ?? (people.agents ? null : people.error);
  if (failure) {
    const retry = () => {
      void refetch();
      void people.reload();
    };
    return <Failure error={failure} onRetry={retry} />;
  }
  if (!data || !people.agents) return <Skeleton height={420} />;
  if (people.agents.length === 0) {
    return (
      <div className="alur-card">
        <EmptyState
          icon={<IconUsers size={40} stroke={1.4} />}
          title={t('skills.noPeople')}
          text={t('settings.agents.none')}
        />
      </div>
    );
  }
  const teams = new Map(people.agents.flatMap((agent) => agent.teams.map(({ id, name }) => [id, name] as const)));
  const wanted = search.trim().toLocaleLowerCase();
  const found = people.agents.filter(
    (agent) =>
      agent.name.toLocaleLowerCase().includes(wanted) &&
      (teamId === null || agent.teams.some(({ id }) => id === teamId)),
  );
  const change = async (agent: SkilledAgent, calendarId: string | null) => {
    const before = shiftOf(agent);
    const put = (id: string | null) => setChosen((last) => new Map(last).set(agent.id, id));
    put(calendarId);
    const input = { id: agent.id, shiftCalendarId: calendarId ?? '' };
    const userErrors = (await set({ variables: { input } })).data?.updateAgent.userErrors;
    if (!userErrors || showUserErrors(userErrors)) put(before);
  };
  const zone = (timeZone: string) => (timeZone === workspace.timeZone ? '' : ` (${timeZone.replaceAll('_', ' ')})`);
  const choices = data.calendars.map(({ id, name, timeZone }) => ({ value: id, label: `${name}${zone(timeZone)}` }));
  const shown = showsAll ? found : found.slice(0, SHOWN_AT_FIRST);
  return (
    <Stack gap="md">
      <Text size="sm" className="alur-faint" maw={720}>
        {t('shifts.intro')}{' '}
        {isManager && (
          <Link to="/settings" search={{ tab: 'calendars' }} className="forms-link">
            {t('shifts.toCalendars')}
          </Link>
        )}
      </Text>
      <section className="alur-card shifts-panel">
        <Title order={2} id="shifts-coverage">
          {t('shifts.coverage')}
        </Title>
        <CoverageMap counts={coverage(found.map(shiftOf), calendars)} />
      </section>
      <Group gap="xs">
        <TextInput
          size="sm"
          type="search"
          leftSection={<IconSearch size={16} aria-hidden />}
          aria-label={t('forms.findPerson')}
          placeholder={t('forms.findPerson')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Select
          size="sm"
          aria-label={t('settings.agents.teams')}
          placeholder={t('forms.allTeams')}
          clearable
          searchable
          value={teamId}
          onChange={setTeamId}
          data={[...teams].map(([value, label]) => ({ value, label }))}
        />
      </Group>
      <div className="alur-card settings-scroll">
        <table className="settings-table shifts-table">
          <thead>
            <tr>
              <th scope="col">{t('skills.person')}</th>
              <th scope="col">{t('shifts.calendar')}</th>
              {WEEK.map((weekday) => (
                <th key={weekday} scope="col">
                  {weekdayName(weekday, i18n.language, 'short')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((agent) => {
              const calendar = calendars.get(shiftOf(agent) ?? '');
              return (
                <tr key={agent.id}>
                  <th scope="row">{agent.name}</th>
                  <td>
                    {isManager ? (
                      <Select
                        size="xs"
                        w={190}
                        aria-label={t('shifts.calendarOf', { name: agent.name })}
                        placeholder={t('shifts.none')}
                        clearable
                        searchable
                        value={shiftOf(agent)}
                        onChange={(id) => void change(agent, id)}
                        data={choices}
                      />
                    ) : (
                      (calendar?.name ?? <span className="alur-faint">{t('shifts.none')}</span>)
                    )}
                  </td>
                  {calendar ? (
                    WEEK.map((weekday) => (
                      <td key={weekday} className="alur-number shifts-hours">
                        {hoursOf(calendar.weekly, weekday).map(({ hours }) => (
                          <span key={hours.from}>{`${hours.from}–${hours.to}`}</span>
                        ))}
                      </td>
                    ))
                  ) : (
                    <td colSpan={7} className="alur-faint">
                      {t('shifts.byPresence')}
                    </td>
                  )}
                </tr>
              );
            })}
            {found.length === 0 && (
              <tr>
                <td colSpan={9} className="alur-faint">
                  {t('settings.agents.noneFound')}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      {shown.length < found.length && (
        <button type="button" className="shifts-more" onClick={() => setShowsAll(true)}>
          {t('shifts.showAll', { count: found.length })}
        </button>
      )}
    </Stack>
  );
}
