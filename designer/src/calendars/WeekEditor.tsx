import type { OpenInterval } from '@alur/engine';
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconCopy, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { weekdayName } from '../canvas/condition/WeekdaysInput.tsx';
import { HoursFields } from './HoursFields.tsx';
import { barOf, copyDay, hoursOf, nextHours, WEEK, type Weekday, WORKING_DAYS, withDay } from './week-edits.ts';

interface WeekEditorProps {
  readonly weekly: readonly OpenInterval[];
  readonly isEditable: boolean;
  /** The problem of each stretch, by its place in the week. */
  readonly problems: ReadonlyMap<number, string>;
  readonly onChange: (weekly: readonly OpenInterval[]) => void;
}

/** The opening hours of a week: a line a day, with a bar that shows where in the day they lie. */
export function WeekEditor({ weekly, isEditable, problems, onChange }: WeekEditorProps) {
  const { t, i18n } = useTranslation();
  return (
    <div className="calendar-week">
      <div className="calendar-scale" aria-hidden>
        {['00', '06', '12', '18', '24'].map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </div>
      {WEEK.map((weekday) => {
        const day = weekdayName(weekday, i18n.language, 'long');
        const placed = hoursOf(weekly, weekday);
        const hours = placed.map((each) => each.hours);
        const more = nextHours(hours);
        const own = new Map(
          placed.flatMap(({ index }, at) => (problems.has(index) ? [[at, problems.get(index) ?? '']] : [])),
        );
        return (
          <fieldset key={weekday} className="calendar-day" aria-label={day}>
            <strong>{day}</strong>
            <div className="calendar-bar" aria-hidden>
              {hours.map((each) => {
                const bar = barOf(each);
                return (
                  bar && (
                    <span
                      key={`${each.from}-${each.to}`}
                      style={{ insetInlineStart: `${bar.start * 100}%`, width: `${bar.length * 100}%` }}
                    />
                  )
                );
              })}
            </div>
            <HoursFields
              hours={hours}
              day={day}
              isEditable={isEditable}
              problems={own}
              onChange={(next) => onChange(withDay(weekly, weekday, next))}
            />
            {isEditable && (
              <div className="calendar-day-actions">
                <Button
                  size="compact-sm"
                  variant="subtle"
                  leftSection={<IconPlus size={14} aria-hidden />}
                  disabled={more === null}
                  aria-label={`${day}: ${t('calendars.addHours')}`}
                  onClick={() => more && onChange(withDay(weekly, weekday, [...hours, more]))}
                >
                  {t('calendars.addHours')}
                </Button>
                <CopyMenu day={day} onCopy={(to) => onChange(copyDay(weekly, weekday, to))} />
              </div>
            )}
          </fieldset>
        );
      })}
    </div>
  );
}

function CopyMenu({ day, onCopy }: { readonly day: string; readonly onCopy: (to: readonly Weekday[]) => void }) {
  const { t, i18n } = useTranslation();
  const label = t('calendars.copyDay', { day });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={label}>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={label}>
            <IconCopy size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onCopy(WORKING_DAYS)}>{t('calendars.toWorkingDays')}</Menu.Item>
        <Menu.Item onClick={() => onCopy(WEEK)}>{t('calendars.toAllDays')}</Menu.Item>
        <Menu.Divider />
        {WEEK.map((weekday) => (
          <Menu.Item key={weekday} onClick={() => onCopy([weekday])}>
            {weekdayName(weekday, i18n.language, 'long')}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
