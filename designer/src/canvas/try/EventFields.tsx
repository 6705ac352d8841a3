import { type FactValue, type Flow, findFact, TICKET_EVENT_TYPES } from '@alur/engine';
import { Select, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ValueEditor } from '../condition/ValueEditor.tsx';
import { useReferences } from '../references/references-context.ts';
import { useLocale } from '../references/use-locale.ts';
import { eventsOf, type TrialEvent } from './try-flow.ts';

interface EventFieldsProps {
  readonly event: TrialEvent;
  readonly flow: Flow;
  readonly onChange: (change: Partial<TrialEvent>) => void;
}

const AUTHORS = ['customer', 'agent', 'bot'] as const;

/** What happens to the ticket in the trial: first of all what the flow's triggers wait for. */
export function EventFields({ event, flow, onChange }: EventFieldsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { facts } = useReferences();
  const heard = eventsOf(flow);
  const ordered = [...heard, ...TICKET_EVENT_TYPES.filter((type) => !heard.includes(type))];
  const changed = findFact(facts, event.changedFact);
  return (
    <Stack gap="xs">
      <Select
        size="xs"
        label={t('canvas.try.event')}
        allowDeselect={false}
        value={event.type}
        data={ordered.map((type) => ({ value: type, label: t(`canvas.event.${type}`) }))}
        onChange={(type) => {
          const next = TICKET_EVENT_TYPES.find((each) => each === type);
          if (next) onChange({ type: next });
        }}
      />
      {event.type === 'ticketReplied' && (
        <>
          <Select
            size="xs"
            label={t('canvas.try.author')}
            allowDeselect={false}
            value={event.author}
            data={AUTHORS.map((author) => ({ value: author, label: t(`canvas.try.${author}`) }))}
            onChange={(author) => {
              const next = AUTHORS.find((each) => each === author);
              if (next) onChange({ author: next });
            }}
          />
          <Switch
            size="sm"
            label={t('canvas.try.firstReply')}
            checked={event.isFirstReply}
            onChange={(change) => onChange({ isFirstReply: change.currentTarget.checked })}
          />
        </>
      )}
      {event.type === 'ticketUpdated' && (
        <>
          <Select
            size="xs"
            searchable
            label={t('canvas.try.changedField')}
            allowDeselect={false}
            value={event.changedFact}
            data={facts
              .filter(({ isTracked }) => isTracked)
              .map(({ fact, label }) => ({ value: fact, label: label[locale] }))}
            onChange={(changedFact) => changedFact && onChange({ changedFact, valueBefore: null })}
          />
          {changed && changed.type !== 'set' && (
            <div>
              <ValueEditor
                definition={changed}
                shape="one"
                value={event.valueBefore ?? undefined}
                locale={locale}
                label={t('canvas.try.before')}
                onChange={(value) => onChange({ valueBefore: isPlain(value) ? value : null })}
              />
            </div>
          )}
        </>
      )}
    </Stack>
  );
}

function isPlain(value: unknown): value is FactValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
