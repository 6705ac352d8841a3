import { WAIT_END_TYPES } from '@alur/engine';
import { Button, Input, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { moved } from '../../forms/moved.ts';
import { DurationInput } from '../condition/DurationInput.tsx';
import { OptionInput } from '../condition/OptionInput.tsx';
import { WeekdaysInput } from '../condition/WeekdaysInput.tsx';
import { useReferences } from '../references/references-context.ts';
import { useLocale } from '../references/use-locale.ts';
import { errorText, issuesAt, issuesOutside, rowsOf } from './field-issues.ts';
import {
  type Config,
  type ConfigFieldProps,
  numberOf,
  recordOf,
  textOf,
  useFieldWords,
  withSetting,
} from './field-props.ts';
import { ListRow } from './ListRow.tsx';

const HOUR_MS = 3_600_000;

/** What a wait of each type starts with. */
const STARTS: Readonly<Record<string, Config>> = {
  duration: { type: 'duration', ms: HOUR_MS, clock: 'calendar' },
  timeOfDay: { type: 'timeOfDay', at: '09:00' },
  businessHours: { type: 'businessHours' },
  instant: { type: 'instant', fact: '' },
};
const UNTIL_TYPES = ['duration', 'timeOfDay', 'businessHours', 'instant'] as const;
const CLOCKS = ['calendar', 'business'] as const;

/** Until when a wait lasts: a length of time, a time of day, opening hours, or an instant the ticket holds. */
export function WaitUntilField(props: ConfigFieldProps) {
  const { field, config, onChange } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  const { references, facts } = useReferences();
  const words = useFieldWords(props);
  const until = recordOf(config[field.key]);
  const set = (key: string, value: unknown) => onChange(withSetting(until, key, value));
  const calendar = (
    <OptionInput
      label={t('canvas.inspector.calendar')}
      isLabelShown
      placeholder={t('canvas.inspector.ownCalendar')}
      choices={references.calendars.map(({ id, name }) => ({ value: id, label: name }))}
      isOpen={false}
      value={textOf(until.calendarId)}
      onChange={(id) => set('calendarId', id || undefined)}
    />
  );
  return (
    <Input.Wrapper size="xs" {...words} labelElement="div">
      <Stack gap={6}>
        <Select
          size="xs"
          aria-label={words.label}
          allowDeselect={false}
          data={UNTIL_TYPES.map((type) => ({ value: type, label: t(`canvas.inspector.until.${type}`) }))}
          value={textOf(until.type)}
          onChange={(type) => type && onChange(STARTS[type])}
        />
        {until.type === 'duration' && (
          <>
            <DurationInput value={numberOf(until.ms)} label={words.label} onChange={(ms) => set('ms', ms ?? 0)} />
            <Select
              size="xs"
              aria-label={t('canvas.inspector.clock')}
              allowDeselect={false}
              data={CLOCKS.map((clock) => ({ value: clock, label: t(`canvas.inspector.clocks.${clock}`) }))}
              value={textOf(until.clock)}
              onChange={(clock) => onChange({ type: 'duration', ms: until.ms, clock })}
            />
            {until.clock === 'business' && calendar}
          </>
        )}
        {until.type === 'timeOfDay' && (
          <TextInput
            size="xs"
            type="time"
            aria-label={t('canvas.inspector.until.timeOfDay')}
            value={textOf(until.at)}
            onChange={(event) => set('at', event.currentTarget.value)}
          />
        )}
        {until.type === 'timeOfDay' && (
          <Input.Wrapper size="xs" label={t('canvas.inspector.onDays')} labelElement="div">
            <WeekdaysInput
              label={t('canvas.inspector.onDays')}
              value={{ days: until.weekdays }}
              onChange={(next) => {
                const days = recordOf(next).days;
                set('weekdays', Array.isArray(days) && days.length > 0 ? days : undefined);
              }}
            />
          </Input.Wrapper>
        )}
        {until.type === 'businessHours' && calendar}
        {until.type === 'instant' && (
          <OptionInput
            label={t('canvas.condition.fact')}
            choices={facts
              .filter(({ type }) => type === 'instant')
              .map(({ fact, label }) => ({ value: fact, label: label[locale] }))}
            isOpen={false}
            value={textOf(until.fact)}
            onChange={(fact) => set('fact', fact)}
          />
        )}
      </Stack>
    </Input.Wrapper>
  );
}

interface WaitEnd {
  readonly type: string;
  readonly by?: string;
}

const AUTHORS = ['any', 'customer', 'agent', 'bot'] as const;

/** What else ends a wait: a list of `{type, by?}`. */
export function WaitEndsField(props: ConfigFieldProps) {
  const { field, config, issues = [], onChange } = props;
  const { t } = useTranslation();
  const value = config[field.key];
  const ends = Array.isArray(value) ? (value as readonly WaitEnd[]) : [];
  const change = (next: readonly WaitEnd[]) => onChange(next.length === 0 ? undefined : next);
  return (
    <Input.Wrapper
      size="xs"
      {...useFieldWords({ field, issues: issuesOutside(issues, rowsOf(ends)) })}
      labelElement="div"
    >
      <Stack gap={6} mt={4}>
        {ends.map((end, index) => (
          <ListRow
            // biome-ignore lint/suspicious/noArrayIndexKey: an end has nothing else to be known by
            key={index}
            name={t('canvas.inspector.waitEnd', { number: index + 1 })}
            index={index}
            count={ends.length}
            error={errorText(issuesAt(issues, index))}
            onMove={(to) => change(moved(ends, index, to))}
            onRemove={() => change(ends.toSpliced(index, 1))}
            head={
              <Stack gap={4}>
                <Select
                  size="xs"
                  aria-label={t('canvas.inspector.waitEnd', { number: index + 1 })}
                  allowDeselect={false}
                  data={WAIT_END_TYPES.map((type) => ({ value: type, label: t(`canvas.event.${type}`) }))}
                  value={end.type}
                  onChange={(type) => type && change(ends.with(index, { type }))}
                />
                {end.type === 'ticketReplied' && (
                  <Select
                    size="xs"
                    aria-label={t('canvas.try.author')}
                    allowDeselect={false}
                    data={AUTHORS.map((author) => ({
                      value: author,
                      label: author === 'any' ? t('canvas.inspector.anybody') : t(`canvas.try.${author}`),
                    }))}
                    value={end.by ?? 'any'}
                    onChange={(by) =>
                      change(ends.with(index, by && by !== 'any' ? { ...end, by } : { type: end.type }))
                    }
                  />
                )}
              </Stack>
            }
          />
        ))}
        <div>
          <Button
            size="compact-xs"
            variant="light"
            leftSection={<IconPlus size={12} />}
            onClick={() => change([...ends, { type: 'ticketReplied', by: 'customer' }])}
          >
            {t('canvas.inspector.addWaitEnd')}
          </Button>
        </div>
      </Stack>
    </Input.Wrapper>
  );
}
