import { NumberInput, Radio, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../forms/FormDialog.tsx';
import { FormPart } from '../forms/FormPart.tsx';
import { SpanInput } from '../forms/SpanInput.tsx';
import { useFieldProblems } from '../forms/use-field-problems.ts';
import type { Policy, RerouteRule } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';
import { useAction } from '../shell/use-action.ts';
import type { ListedQueue } from './QueuesTab.tsx';
import { queueDraft, queueFields, TARGETS } from './queue-draft.ts';

const CreateQueueDocument = graphql(`
  mutation CreateQueue($input: CreateQueueInput!) {
    createQueue(input: $input) { queue { id } userErrors { code message path } }
  }
`);

const UpdateQueueDocument = graphql(`
  mutation UpdateQueue($input: UpdateQueueInput!) {
    updateQueue(input: $input) { queue { id } userErrors { code message path } }
  }
`);

interface QueueDialogProps {
  /** Null: a new one. */
  readonly queue: ListedQueue | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

const POLICIES: readonly Policy[] = [
  'BALANCED',
  'PRIORITY_THEN_AGE',
  'DUE_FIRST',
  'ROUND_ROBIN',
  'LEAST_LOADED',
  'LONGEST_IDLE',
  'FIRST_IN',
];
const REROUTES: readonly RerouteRule[] = ['KEEP', 'ON_REPLY', 'AT_ONCE'];
const ACCEPT_WITHIN_MS = 45_000;
const FIELDS = [
  'name',
  'limit',
  'acceptWithin',
  'offerAgainAfter',
  'fairDrain',
  ...TARGETS.map((target) => `targets.${target}`),
];

/** Makes a queue or changes one: order, targets, offers, and what happens when people come and go. */
export function QueueDialog({ queue, onClose, onSaved }: QueueDialogProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => queueDraft(queue));
  const [create, creating] = useAction(CreateQueueDocument);
  const [update, updating] = useAction(UpdateQueueDocument);
  const problems = useFieldProblems(FIELDS);
  const change = (part: Partial<typeof draft>) => setDraft((last) => ({ ...last, ...part }));

  const save = async () => {
    const fields = queueFields(draft);
    const userErrors = queue
      ? (await update({ variables: { input: { id: queue.id, ...fields } } })).data?.updateQueue.userErrors
      : (await create({ variables: { input: fields } })).data?.createQueue.userErrors;
    if (!problems.accept(userErrors)) return;
    onSaved();
    onClose();
  };

  return (
    <FormDialog
      title={queue ? queue.name : t('settings.queues.add')}
      submitLabel={t(queue ? 'common.save' : 'common.create')}
      size="lg"
      isBusy={creating.loading || updating.loading}
      problems={problems.rest}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextInput
        label={t('settings.name')}
        required
        data-autofocus
        maxLength={200}
        value={draft.name}
        error={problems.of('name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Choice
        label={t('settings.queues.policy')}
        value={draft.policy}
        options={POLICIES.map((value) => ({
          value,
          label: t(`settings.queues.policyOf.${value}`),
          help: t(`settings.queues.policyHelp.${value}`),
        }))}
        onChange={(policy) => change({ policy })}
      />
      <FormPart title={t('settings.queues.targets')} help={t('settings.queues.targetsHelp')}>
        <SimpleGrid cols={{ base: 2, xs: 4 }}>
          {TARGETS.map((target) => (
            <SpanInput
              key={target}
              label={t(`settings.queues.target.${target}`)}
              value={draft.targetsMs[target]}
              error={problems.of(`targets.${target}`)}
              onChange={(spanMs) => spanMs !== null && change({ targetsMs: { ...draft.targetsMs, [target]: spanMs } })}
            />
          ))}
        </SimpleGrid>
        <NumberInput
          label={t('settings.queues.limit')}
          description={t('settings.queues.limitHelp')}
          min={0}
          allowDecimal={false}
          value={draft.limit}
          error={problems.of('limit')}
          onChange={(value) => change({ limit: Number(value) || 0 })}
        />
      </FormPart>
      <FormPart title={t('settings.queues.offers')}>
        <Switch
          label={t('settings.queues.offersOn')}
          description={t('settings.queues.offersHelp')}
          checked={draft.acceptWithinMs !== null}
          onChange={(event) => change({ acceptWithinMs: event.currentTarget.checked ? ACCEPT_WITHIN_MS : null })}
        />
        {draft.acceptWithinMs !== null && (
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <SpanInput
              label={t('settings.queues.acceptWithin')}
              description={t('settings.queues.acceptWithinHelp')}
              value={draft.acceptWithinMs}
              error={problems.of('acceptWithin')}
              onChange={(spanMs) => spanMs !== null && change({ acceptWithinMs: spanMs })}
            />
            <SpanInput
              label={t('settings.queues.offerAgain')}
              description={t('settings.queues.offerAgainHelp')}
              isOptional
              value={draft.offerAgainAfterMs}
              error={problems.of('offerAgainAfter')}
              onChange={(spanMs) => change({ offerAgainAfterMs: spanMs })}
            />
          </SimpleGrid>
        )}
      </FormPart>
      <FormPart title={t('settings.queues.comeAndGo')}>
        <Choice
          label={t('settings.queues.reroute')}
          value={draft.reroute}
          options={REROUTES.map((value) => ({
            value,
            label: t(`settings.queues.rerouteOf.${value}`),
            help: t(`settings.queues.rerouteHelp.${value}`),
          }))}
          onChange={(reroute) => change({ reroute })}
        />
        <SpanInput
          label={t('settings.queues.fairDrain')}
          description={t('settings.queues.fairDrainHelp')}
          isOptional
          value={draft.fairDrainMs === 0 ? null : draft.fairDrainMs}
          error={problems.of('fairDrain')}
          onChange={(spanMs) => change({ fairDrainMs: spanMs ?? 0 })}
        />
      </FormPart>
    </FormDialog>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly help: string }[];
  readonly onChange: (value: T) => void;
}

/** One of several ways, each with a sentence on what it does. */
function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <Radio.Group
      label={label}
      value={value}
      onChange={(chosen) => {
        const option = options.find((each) => each.value === chosen);
        if (option) onChange(option.value);
      }}
    >
      <Stack gap={10} mt={8}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} label={option.label} description={option.help} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
