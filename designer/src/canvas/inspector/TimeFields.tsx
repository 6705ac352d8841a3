import { cronSentence, parseCron } from '@alur/engine';
import { Group, Input, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DurationInput } from '../condition/DurationInput.tsx';
import { useLocale } from '../references/use-locale.ts';
import { type ConfigFieldProps, numberOf, recordOf, textOf, useFieldWords } from './field-props.ts';

const HOUR_MS = 3_600_000;

/** When a target counts: a while before it is missed, or once it is. */
export function SlaAtField(props: ConfigFieldProps) {
  const { field, config, onChange } = props;
  const { t } = useTranslation();
  const words = useFieldWords(props);
  const at = recordOf(config[field.key]);
  const isWarning = at.type === 'warning';
  return (
    <Input.Wrapper size="xs" {...words} labelElement="div">
      <Stack gap={6}>
        <Select
          size="xs"
          aria-label={words.label}
          allowDeselect={false}
          data={(['warning', 'breach'] as const).map((type) => ({ value: type, label: t(`canvas.inspector.${type}`) }))}
          value={textOf(at.type)}
          onChange={(type) => onChange(type === 'warning' ? { type, beforeMs: HOUR_MS } : { type: 'breach' })}
        />
        {isWarning && (
          <DurationInput
            value={numberOf(at.beforeMs)}
            label={t('canvas.inspector.before')}
            onChange={(beforeMs) => onChange({ type: 'warning', beforeMs: beforeMs ?? 0 })}
          />
        )}
      </Stack>
    </Input.Wrapper>
  );
}

const REFIRES = ['oncePerEpisode', 'oncePerTicket', 'atMost'] as const;

/** How often a time trigger may start for one ticket. */
export function RefireField(props: ConfigFieldProps) {
  const { field, config, onChange } = props;
  const { t } = useTranslation();
  const words = useFieldWords(props);
  const refire = recordOf(config[field.key]);
  return (
    <Input.Wrapper size="xs" {...words} labelElement="div">
      <Group gap={6} wrap="nowrap">
        <Select
          flex={1}
          size="xs"
          aria-label={words.label}
          allowDeselect={false}
          data={REFIRES.map((policy) => ({ value: policy, label: t(`canvas.inspector.${policy}`) }))}
          value={textOf(refire.policy) || 'oncePerEpisode'}
          onChange={(policy) => onChange(policy === 'atMost' ? { policy, times: 3 } : { policy })}
        />
        {refire.policy === 'atMost' && (
          <NumberInput
            w={84}
            size="xs"
            min={1}
            max={100}
            aria-label={t('canvas.inspector.times')}
            value={numberOf(refire.times) ?? ''}
            onChange={(times) => onChange({ policy: 'atMost', times: Number(times) || 1 })}
          />
        )}
      </Group>
    </Input.Wrapper>
  );
}

/** Schedules people ask for most, by the name of their text. */
const SCHEDULES = {
  everyHour: '0 * * * *',
  everyMorning: '0 8 * * *',
  weekdayMornings: '0 8 * * 1-5',
  fridayAfternoons: '0 16 * * 5',
  firstOfMonth: '0 8 1 * *',
} as const;

/** A schedule: one of the usual ones, or written as a cron expression. */
export function CronField(props: ConfigFieldProps) {
  const { field, config, onChange } = props;
  const { t } = useTranslation();
  const words = useFieldWords(props);
  const locale = useLocale();
  const cron = textOf(config[field.key]);
  const names = Object.keys(SCHEDULES) as (keyof typeof SCHEDULES)[];
  const usual = names.find((name) => SCHEDULES[name] === cron);
  return (
    <Input.Wrapper size="xs" {...words} labelElement="div">
      <Stack gap={6}>
        <Select
          size="xs"
          aria-label={words.label}
          allowDeselect={false}
          data={[
            ...names.map((name) => ({ value: name, label: t(`canvas.inspector.schedules.${name}`) })),
            { value: 'own', label: t('canvas.inspector.schedules.own') },
          ]}
          value={usual ?? 'own'}
          onChange={(name) => {
            const chosen = names.find((each) => each === name);
            onChange(chosen ? SCHEDULES[chosen] : '');
          }}
        />
        {usual === undefined && (
          <TextInput
            size="xs"
            aria-label={t('canvas.inspector.cron')}
            description={t('canvas.inspector.cronHelp')}
            placeholder="30 9 * * 1-5"
            className="alur-number"
            value={cron}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )}
        {usual === undefined && parseCron(cron) && (
          <Text size="xs" className="alur-faint" aria-live="polite">
            {cronSentence(cron, locale)}
          </Text>
        )}
      </Stack>
    </Input.Wrapper>
  );
}
