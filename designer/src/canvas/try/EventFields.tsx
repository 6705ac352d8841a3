import { type FactValue, type Flow, findFact, type TicketEventType } from '@alur/engine';
import { Input, NumberInput, Select, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DurationInput } from '../condition/DurationInput.tsx';
import { OptionInput } from '../condition/OptionInput.tsx';
import { ValueEditor } from '../condition/ValueEditor.tsx';
import { useReferences } from '../references/references-context.ts';
import { useLocale } from '../references/use-locale.ts';
import { eventsOf, isTimed, type TrialEvent } from './trial-event.ts';

interface EventFieldsProps {
  readonly event: TrialEvent;
  /** What may happen. */
  readonly types: readonly TicketEventType[];
  readonly flow: Flow;
  readonly onChange: (change: Partial<TrialEvent>) => void;
}

interface PartProps extends Pick<EventFieldsProps, 'event' | 'onChange'> {}

const AUTHORS = ['customer', 'agent', 'bot'] as const;

/** What happens to the ticket in the trial: first of all what the flow's triggers wait for. */
export function EventFields({ event, types, flow, onChange }: EventFieldsProps) {
  const { t } = useTranslation();
  const heard = eventsOf(flow).filter((type) => types.includes(type));
  const ordered = [...heard, ...types.filter((type) => !heard.includes(type))];
  return (
    <Stack gap="xs">
      <Select
        size="xs"
        label={t('canvas.try.event')}
        allowDeselect={false}
        value={event.type}
        data={ordered.map((type) => ({ value: type, label: t(`canvas.event.${type}`) }))}
        onChange={(type) => {
          const next = types.find((each) => each === type);
          if (next) onChange({ type: next });
        }}
      />
      {event.type === 'ticketReplied' && <ReplyFields event={event} onChange={onChange} />}
      {event.type === 'ticketUpdated' && <ChangeFields event={event} onChange={onChange} />}
      {(event.type === 'ticketAssigned' || event.type === 'ticketTransferred') && (
        <OwnerFields event={event} onChange={onChange} />
      )}
      {event.type === 'surveyAnswered' && (
        <NumberInput
          size="xs"
          label={t('canvas.try.score')}
          min={1}
          max={5}
          value={event.score}
          onChange={(score) => onChange({ score: Number(score) || 1 })}
        />
      )}
      {event.type === 'webhook' && (
        <TextInput
          size="xs"
          label={t('canvas.try.webhookName')}
          value={event.name}
          onChange={(change) => onChange({ name: change.currentTarget.value })}
        />
      )}
      {event.type === 'slaChecked' && (
        <Input.Wrapper size="xs" label={t('canvas.try.targetIn')} labelElement="div">
          <DurationInput
            label={t('canvas.try.targetIn')}
            value={event.targetMs}
            onChange={(targetMs) => onChange({ targetMs: targetMs ?? 0 })}
          />
        </Input.Wrapper>
      )}
      {isTimed(event.type) && (
        <Text size="xs" className="alur-faint">
          {t('canvas.try.timed')}
        </Text>
      )}
    </Stack>
  );
}

function ReplyFields({ event, onChange }: PartProps) {
  const { t } = useTranslation();
  return (
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
  );
}

function ChangeFields({ event, onChange }: PartProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { facts } = useReferences();
  const changed = findFact(facts, event.changedFact);
  return (
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
        <Input.Wrapper size="xs" label={t('canvas.try.before')} labelElement="div">
          <ValueEditor
            definition={changed}
            shape="one"
            value={event.valueBefore ?? undefined}
            locale={locale}
            label={t('canvas.try.before')}
            onChange={(value) => onChange({ valueBefore: isPlain(value) ? value : null })}
          />
        </Input.Wrapper>
      )}
    </>
  );
}

function OwnerFields({ event, onChange }: PartProps) {
  const { t } = useTranslation();
  const { references } = useReferences();
  const choices = (things: readonly { readonly id: string; readonly name: string }[]) =>
    things.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <SimpleGrid cols={2} spacing="xs">
      <OptionInput
        isLabelShown
        label={t('canvas.try.toAgent')}
        placeholder={t('canvas.try.asTicket')}
        choices={choices(references.agents)}
        isOpen={false}
        value={event.agentId}
        onChange={(agentId) => onChange({ agentId })}
      />
      <OptionInput
        isLabelShown
        label={t('canvas.try.toTeam')}
        placeholder={t('canvas.try.asTicket')}
        choices={choices(references.teams)}
        isOpen={false}
        value={event.teamId}
        onChange={(teamId) => onChange({ teamId })}
      />
    </SimpleGrid>
  );
}

function isPlain(value: unknown): value is FactValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
