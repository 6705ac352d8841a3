import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../forms/FormDialog.tsx';
import type { Policy } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';
import { showUserErrors } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';
import { durationMs } from '../words/times.ts';
import { type ListedQueue, TARGETS } from './QueuesTab.tsx';

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

type Minutes = Record<(typeof TARGETS)[number], number>;

const POLICIES: readonly Policy[] = ['BALANCED', 'PRIORITY_THEN_AGE'];
const DEFAULT_MINUTES: Minutes = { urgent: 15, high: 60, normal: 240, low: 480 };

/** Makes a queue or changes one. Targets are typed in minutes. */
export function QueueDialog({ queue, onClose, onSaved }: QueueDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(queue?.name ?? '');
  const [policy, setPolicy] = useState<Policy>(queue?.policy ?? 'BALANCED');
  const [limit, setLimit] = useState(queue?.limit ?? 100);
  const [minutes, setMinutes] = useState<Minutes>(queue ? minutesOf(queue) : DEFAULT_MINUTES);
  const [create, creating] = useAction(CreateQueueDocument);
  const [update, updating] = useAction(UpdateQueueDocument);

  const save = async () => {
    const { urgent, high, normal, low } = minutes;
    const targets = { urgent: `PT${urgent}M`, high: `PT${high}M`, normal: `PT${normal}M`, low: `PT${low}M` };
    const fields = { name: name.trim(), policy, limit, targets };
    const userErrors = queue
      ? (await update({ variables: { input: { id: queue.id, ...fields } } })).data?.updateQueue.userErrors
      : (await create({ variables: { input: fields } })).data?.createQueue.userErrors;
    if (!userErrors || showUserErrors(userErrors)) return;
    onSaved();
    onClose();
  };

  return (
    <FormDialog
      title={queue ? queue.name : t('settings.queues.add')}
      submitLabel={t(queue ? 'common.save' : 'common.create')}
      isBusy={creating.loading || updating.loading}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextInput
        label={t('settings.name')}
        required
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t('settings.queues.policy')}
        description={t(`settings.queues.policyHelp.${policy}`)}
        allowDeselect={false}
        value={policy}
        onChange={(value) => setPolicy(POLICIES.find((each) => each === value) ?? 'BALANCED')}
        data={POLICIES.map((value) => ({ value, label: t(`settings.queues.policyOf.${value}`) }))}
      />
      <NumberInput
        label={t('settings.queues.limit')}
        description={t('settings.queues.limitHelp')}
        min={0}
        allowDecimal={false}
        value={limit}
        onChange={(value) => setLimit(Number(value) || 0)}
      />
      <SimpleGrid cols={2}>
        {TARGETS.map((target) => (
          <NumberInput
            key={target}
            label={t(`settings.queues.target.${target}`)}
            suffix={` ${t('settings.queues.minutes')}`}
            min={1}
            allowDecimal={false}
            value={minutes[target]}
            onChange={(value) => setMinutes((last) => ({ ...last, [target]: Number(value) || 1 }))}
          />
        ))}
      </SimpleGrid>
    </FormDialog>
  );
}

function minutesOf({ targets }: ListedQueue): Minutes {
  const of = (iso: string) => Math.max(1, Math.round((durationMs(iso) ?? 0) / 60_000));
  return { urgent: of(targets.urgent), high: of(targets.high), normal: of(targets.normal), low: of(targets.low) };
}
