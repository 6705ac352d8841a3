import { useMutation } from '@apollo/client/react';
import { Alert, Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconLayoutGrid } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../graph/failure.ts';
import { refusalText } from '../../shell/notices.ts';
import { newId } from '../edit/new-id.ts';
import { CreateFlowDocument } from '../flow-documents.ts';
import { useReferences } from '../references/references-context.ts';
import { starterFlow } from './starter-flow.ts';

export type Start = 'blank' | 'starter';

interface CreateFlowDialogProps {
  readonly start: Start;
  /** Shows the templates in place of this dialog. */
  readonly onTemplates: () => void;
  readonly onClose: () => void;
}

/** Asks for a name, makes the flow and opens it. */
export function CreateFlowDialog({ start, onTemplates, onClose }: CreateFlowDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { references } = useReferences();
  const [create, { loading }] = useMutation(CreateFlowDocument, { refetchQueries: ['Flows'] });
  const [name, setName] = useState(start === 'starter' ? t('canvas.list.starter') : '');
  const [from, setFrom] = useState<Start>(start);
  const [problem, setProblem] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setProblem(t('canvas.list.nameNeeded'));
    setProblem(null);
    try {
      const document = from === 'starter' ? { document: starterFlow(references, newId) } : {};
      const { data } = await create({ variables: { input: { name: name.trim(), ...document } } });
      const flow = data?.createFlow.flow;
      const [refusal] = data?.createFlow.userErrors ?? [];
      if (!flow) return setProblem(refusal ? refusalText(refusal) : t('failure.unknown'));
      await navigate({ to: '/flows/$flowId', params: { flowId: flow.id } });
    } catch (error) {
      setProblem(t(`failure.${failureOf(error).kind}`));
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      title={t('canvas.list.create')}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <TextInput
            data-autofocus
            label={t('canvas.list.name')}
            placeholder={t('canvas.list.nameExample')}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Radio.Group
            label={t('canvas.list.startFrom')}
            value={from}
            onChange={(next) => setFrom(next === 'starter' ? 'starter' : 'blank')}
          >
            <Stack gap="xs" mt={6}>
              <Radio value="blank" label={t('canvas.list.blank')} description={t('canvas.list.blankText')} />
              <Radio value="starter" label={t('canvas.list.starter')} description={t('canvas.list.starterText')} />
            </Stack>
          </Radio.Group>
          <Button
            variant="light"
            leftSection={<IconLayoutGrid size={16} />}
            onClick={onTemplates}
            data-testid="choose-template"
          >
            {t('canvas.exchange.templates')}
          </Button>
          {problem && (
            <Alert color="red" role="alert" icon={<IconAlertTriangle size={18} />}>
              {problem}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={loading}>
              {t('common.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
