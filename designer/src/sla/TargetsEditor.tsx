import { type Locale, metricDefinition, SLA_METRIC_LABELS, SLA_METRICS, type SlaMetric } from '@alur/engine';
import { ActionIcon, Alert, Button, Menu, Select, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StoredCalendar } from '../calendars/calendar-documents.ts';
import { useLocale } from '../canvas/references/use-locale.ts';
import { SpanInput } from '../forms/SpanInput.tsx';
import { newTarget, type TargetDraft } from './policy-draft.ts';
import { PRIORITIES_DOWN, targetSentence } from './target-sentence.ts';

interface TargetsEditorProps {
  readonly targets: readonly TargetDraft[];
  readonly calendars: readonly StoredCalendar[];
  readonly isEditable: boolean;
  readonly problem: string | undefined;
  readonly onChange: (targets: readonly TargetDraft[]) => void;
}

/** What is promised, one block a metric: what exactly it measures, a length for each priority, and the sentence it makes. */
export function TargetsEditor({ targets, calendars, isEditable, problem, onChange }: TargetsEditorProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const free = SLA_METRICS.filter((metric) => !targets.some((target) => target.metric === metric));
  const own = calendars.find(({ isDefault }) => isDefault)?.id ?? null;
  return (
    <section className="alur-card forms-panel" aria-labelledby="policy-targets">
      <Title order={2} id="policy-targets">
        {t('sla.targets')}
      </Title>
      {targets.length === 0 && <p className="alur-faint policy-none">{t('sla.noTargetsText')}</p>}
      {targets.map((target, index) => (
        <TargetFields
          key={target.metric}
          target={target}
          calendars={calendars}
          isEditable={isEditable}
          locale={locale}
          onChange={(next) => onChange(targets.with(index, next))}
          onRemove={() => onChange(targets.toSpliced(index, 1))}
        />
      ))}
      {problem && (
        <Alert color="red" variant="light" role="alert">
          {problem}
        </Alert>
      )}
      {isEditable && free.length > 0 && (
        <Menu position="bottom-start" width={420}>
          <Menu.Target>
            <Button variant="default" size="sm" className="policy-add" leftSection={<IconPlus size={16} aria-hidden />}>
              {t('sla.addTarget')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={420} className="policy-metrics">
            {free.map((metric) => (
              <Menu.Item key={metric} onClick={() => onChange([...targets, newTarget(metric, own)])}>
                <strong>{capital(SLA_METRIC_LABELS[metric][locale])}</strong>
                <small className="alur-faint">
                  <MetricText metric={metric} locale={locale} />
                </small>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </section>
  );
}

interface TargetFieldsProps {
  readonly target: TargetDraft;
  readonly calendars: readonly StoredCalendar[];
  readonly isEditable: boolean;
  readonly locale: Locale;
  readonly onChange: (target: TargetDraft) => void;
  readonly onRemove: () => void;
}

const AROUND_THE_CLOCK = 'always';

function TargetFields({ target, calendars, isEditable, locale, onChange, onRemove }: TargetFieldsProps) {
  const { t } = useTranslation();
  const label = capital(SLA_METRIC_LABELS[target.metric][locale]);
  const calendar = calendars.find(({ id }) => id === target.calendarId);
  const set = (priority: (typeof PRIORITIES_DOWN)[number], spanMs: number | null) => {
    const { [priority]: _, ...others } = target.byPriority;
    onChange({ ...target, byPriority: spanMs === null ? others : { ...others, [priority]: spanMs } });
  };
  return (
    <fieldset className="policy-target" aria-label={label}>
      <div className="policy-target-head">
        <div>
          <strong>{label}</strong>
          <p className="alur-faint">
            <MetricText metric={target.metric} locale={locale} />
          </p>
        </div>
        {isEditable && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={34}
            aria-label={`${t('forms.remove')}: ${label}`}
            onClick={onRemove}
          >
            <IconTrash size={17} />
          </ActionIcon>
        )}
      </div>
      <div className="policy-lengths">
        {PRIORITIES_DOWN.map((priority) => (
          <SpanInput
            key={priority}
            size="sm"
            label={t(`tickets.priority.${toApi(priority)}`)}
            isOptional
            disabled={!isEditable}
            value={target.byPriority[priority] ?? null}
            onChange={(spanMs) => set(priority, spanMs)}
          />
        ))}
        <Select
          size="sm"
          label={t('sla.countedIn')}
          allowDeselect={false}
          disabled={!isEditable}
          value={target.calendarId ?? AROUND_THE_CLOCK}
          onChange={(value) => onChange({ ...target, calendarId: value === AROUND_THE_CLOCK ? null : value })}
          data={[
            { value: AROUND_THE_CLOCK, label: t('sla.aroundTheClock') },
            ...calendars.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          error={target.calendarId !== null && !calendar ? t('sla.calendarGone') : undefined}
        />
      </div>
      <p className="policy-sentence" aria-live="polite">
        {targetSentence(target, target.calendarId === null ? null : calendar?.name, locale)}
      </p>
    </fieldset>
  );
}

/** What exactly a metric measures. */
function MetricText({ metric, locale }: { readonly metric: SlaMetric; readonly locale: Locale }) {
  const { t } = useTranslation();
  const published = metricDefinition(metric)?.definition[locale];
  if (published) return published;
  return t(metric === 'periodicUpdate' ? 'sla.periodicUpdate' : 'sla.pausableUpdate');
}

function toApi(priority: (typeof PRIORITIES_DOWN)[number]) {
  return ({ urgent: 'URGENT', high: 'HIGH', normal: 'NORMAL', low: 'LOW' } as const)[priority];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
