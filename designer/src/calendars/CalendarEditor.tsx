import { Alert, Badge, Button, Group, Text, TextInput, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../canvas/references/use-locale.ts';
import { BackLink } from '../forms/BackLink.tsx';
import { SaveBar } from '../forms/SaveBar.tsx';
import { useFieldProblems } from '../forms/use-field-problems.ts';
import { useLeaveGuard } from '../forms/use-leave-guard.ts';
import { showDone } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';
import {
  CalendarsDocument,
  CreateCalendarDocument,
  type StoredCalendar,
  UpdateCalendarDocument,
} from './calendar-documents.ts';
import { type CalendarDraft, draftOf, fieldsOf, joinHolidays, newDraft } from './calendar-draft.ts';
import { calendarProblems } from './calendar-problems.ts';
import { DeleteCalendar } from './DeleteCalendar.tsx';
import { ExceptionList } from './ExceptionList.tsx';
import { HolidayList } from './HolidayList.tsx';
import { ImportHolidays } from './ImportHolidays.tsx';
import { OpenNowText } from './OpenNowText.tsx';
import { TimeZoneSelect } from './TimeZoneSelect.tsx';
import { WeekEditor } from './WeekEditor.tsx';

interface CalendarEditorProps {
  /** Null: a new one. */
  readonly calendar: StoredCalendar | null;
  readonly timeZone: string;
  readonly isEditable: boolean;
  /** After saving a new one or deleting one. */
  readonly onDone: () => void;
}

const FIELDS = ['name', 'timeZone', 'holidays'] as const;

/** One calendar: week, holidays, special days, and whether it is open now. */
export function CalendarEditor({ calendar, timeZone, isEditable, onDone }: CalendarEditorProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [stored, setStored] = useState<CalendarDraft>(() => (calendar ? draftOf(calendar) : newDraft(timeZone)));
  const [draft, setDraft] = useState(stored);
  const refused = useFieldProblems(FIELDS);
  const problems = useMemo(() => calendarProblems(draft, locale), [draft, locale]);
  const [create, creating] = useAction(CreateCalendarDocument);
  const [update, updating] = useAction(UpdateCalendarDocument);
  const isUnsaved = calendar === null || draft !== stored;
  const letGo = useLeaveGuard(draft !== stored);
  const change = (part: Partial<CalendarDraft>) => setDraft((last) => ({ ...last, ...part }));

  const accept = (saved: StoredCalendar) => {
    const next = draftOf(saved);
    setStored(next);
    setDraft(next);
    showDone(t('forms.saved'));
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (problems.hasErrors) return;
    const fields = fieldsOf(draft);
    if (calendar) {
      const payload = (await update({ variables: { input: { id: calendar.id, ...fields } } })).data?.updateCalendar;
      if (refused.accept(payload?.userErrors) && payload?.calendar) accept(payload.calendar);
      return;
    }
    const input = { ...fields, isDefault: draft.isDefault || null };
    const payload = (await create({ variables: { input }, refetchQueries: [CalendarsDocument] })).data?.createCalendar;
    if (!refused.accept(payload?.userErrors)) return;
    letGo();
    showDone(t('forms.saved'));
    onDone();
  };
  const takeHolidays = (saved: StoredCalendar) => {
    const { holidays } = draftOf(saved);
    const isClean = draft === stored;
    const nextStored = { ...stored, holidays };
    setStored(nextStored);
    setDraft(isClean ? nextStored : { ...draft, holidays: joinHolidays(draft.holidays, holidays) });
  };

  return (
    <form className="calendar-editor" onSubmit={(event) => void save(event)}>
      <Group justify="space-between">
        <BackLink tab="calendars" />
        {calendar && isEditable && (
          <DeleteCalendar
            calendar={calendar}
            onDeleted={() => {
              letGo();
              onDone();
            }}
          />
        )}
      </Group>
      <section className="alur-card forms-panel">
        <div className="calendar-head">
          <TextInput
            label={t('settings.name')}
            required
            autoFocus={calendar === null}
            maxLength={200}
            disabled={!isEditable}
            value={draft.name}
            error={refused.of('name')}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <TimeZoneSelect
            value={draft.timeZone}
            isDisabled={!isEditable}
            error={problems.timeZone ?? refused.of('timeZone')}
            onChange={(zone) => change({ timeZone: zone })}
          />
        </div>
        <Group gap="sm">
          <OpenNowText calendar={draft} />
          {draft.isDefault ? (
            <Badge variant="light" radius="sm" tt="none">
              {t('calendars.own')}
            </Badge>
          ) : (
            isEditable && (
              <Button variant="subtle" size="compact-sm" onClick={() => change({ isDefault: true })}>
                {t('calendars.makeOwn')}
              </Button>
            )
          )}
          <Text size="xs" className="alur-faint">
            {t('calendars.ownHelp')}
          </Text>
        </Group>
      </section>
      <section className="alur-card forms-panel" aria-labelledby="calendar-week">
        <Title order={2} id="calendar-week">
          {t('calendars.week')}
        </Title>
        {problems.warning && (
          <Alert color="yellow" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />}>
            {problems.warning}
          </Alert>
        )}
        <WeekEditor
          weekly={draft.weekly}
          isEditable={isEditable}
          problems={problems.weekly}
          onChange={(weekly) => change({ weekly })}
        />
      </section>
      <div className="calendar-columns">
        <section className="alur-card forms-panel" aria-labelledby="calendar-holidays">
          <Title order={2} id="calendar-holidays">
            {t('calendars.holidays')}
          </Title>
          <HolidayList
            holidays={draft.holidays}
            isEditable={isEditable}
            problem={problems.holidays ?? refused.of('holidays')}
            importButton={<ImportHolidays calendarId={calendar?.id ?? null} onImported={takeHolidays} />}
            onChange={(holidays) => change({ holidays })}
          />
        </section>
        <section className="alur-card forms-panel" aria-labelledby="calendar-exceptions">
          <Title order={2} id="calendar-exceptions">
            {t('calendars.exceptions')}
          </Title>
          <Text size="sm" className="alur-faint">
            {t('calendars.exceptionsHelp')}
          </Text>
          <ExceptionList
            exceptions={draft.exceptions}
            isEditable={isEditable}
            problems={problems.exceptions}
            onChange={(exceptions) => change({ exceptions })}
          />
        </section>
      </div>
      {isEditable && (
        <SaveBar
          isUnsaved={isUnsaved}
          isBusy={creating.loading || updating.loading}
          isBlocked={problems.hasErrors}
          problems={refused.rest}
          onDiscard={() => setDraft(stored)}
        />
      )}
    </form>
  );
}
