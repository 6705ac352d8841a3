import { useQuery } from '@apollo/client/react';
import { Badge, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconCalendarTime, IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHasRole, useViewer } from '../access/viewer.ts';
import { EmptyState } from '../shell/EmptyState.tsx';
import { Failure } from '../shell/Failure.tsx';
import { CalendarEditor } from './CalendarEditor.tsx';
import { CalendarsDocument, type StoredCalendar } from './calendar-documents.ts';
import { OpenNowText } from './OpenNowText.tsx';
import { barOf, hoursOf, WEEK, weekMinutes } from './week-edits.ts';
import './calendars.css';

const route = getRouteApi('/shell/settings');

/** When people work: the calendars, or the one that is open. */
export function CalendarsTab() {
  const { t } = useTranslation();
  const isManager = useHasRole('MANAGER');
  const { workspace } = useViewer();
  const { item } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(CalendarsDocument);
  const toList = () => void navigate({ search: { tab: 'calendars' } });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={260} />;
  const open = data.calendars.find(({ id }) => id === item) ?? null;
  if (open || (item === 'new' && isManager)) {
    return (
      <CalendarEditor key={item} calendar={open} timeZone={workspace.timeZone} isEditable={isManager} onDone={toList} />
    );
  }
  const add = isManager && (
    <Button
      size="sm"
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => void navigate({ search: { tab: 'calendars', item: 'new' } })}
    >
      {t('calendars.add')}
    </Button>
  );
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Text size="sm" className="alur-faint" maw={620}>
          {t('calendars.intro')}
        </Text>
        {data.calendars.length > 0 && add}
      </Group>
      {data.calendars.length === 0 ? (
        <div className="alur-card">
          <EmptyState
            icon={<IconCalendarTime size={40} stroke={1.4} />}
            title={t('calendars.none')}
            text={t('calendars.noneText')}
          >
            {add}
          </EmptyState>
        </div>
      ) : (
        <ul className="calendar-cards">
          {data.calendars.map((calendar) => (
            <CalendarCard key={calendar.id} calendar={calendar} />
          ))}
        </ul>
      )}
    </Stack>
  );
}

function CalendarCard({ calendar }: { readonly calendar: StoredCalendar }) {
  const { t, i18n } = useTranslation();
  const hours = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(
    weekMinutes(calendar.weekly) / 60,
  );
  return (
    <li className="alur-card calendar-card">
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <Link to="/settings" search={{ tab: 'calendars', item: calendar.id }} className="calendar-link">
          {calendar.name}
        </Link>
        {calendar.isDefault && (
          <Badge variant="light" radius="sm" tt="none" style={{ flex: 'none' }}>
            {t('calendars.own')}
          </Badge>
        )}
      </Group>
      <OpenNowText calendar={calendar} />
      <div className="calendar-mini" aria-hidden>
        {WEEK.map((weekday) => (
          <span key={weekday}>
            {hoursOf(calendar.weekly, weekday).map(({ hours: each, index }) => {
              const bar = barOf(each);
              return bar && <i key={index} style={{ top: `${bar.start * 100}%`, height: `${bar.length * 100}%` }} />;
            })}
          </span>
        ))}
      </div>
      <Text size="sm" className="alur-faint alur-number">
        {t('calendars.hoursAWeek', { hours })} · {t('calendars.holidayCount', { count: calendar.holidays.length })} ·{' '}
        {calendar.timeZone.replaceAll('_', ' ')}
      </Text>
    </li>
  );
}
