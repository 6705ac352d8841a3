import type { PortableFlow } from '@alur/engine';
import { Alert, Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OnExistingFlow } from '../../graph/generated/graphql.ts';
import { useReferences } from '../references/references-context.ts';
import { ChooseFlowFile } from './ChooseFlowFile.tsx';
import { FlowPreview } from './FlowPreview.tsx';
import { MappingFields } from './MappingFields.tsx';
import { useImporting } from './use-importing.ts';
import { useMapping } from './use-mapping.ts';

/** Takes a flow from a file in as a new one, or as the draft of one that is there. */
export function ImportFlowDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [portable, setPortable] = useState<PortableFlow | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
      title={t('canvas.exchange.importTitle')}
    >
      {portable ? (
        <ImportForm portable={portable} onClose={onClose} onBack={() => setPortable(null)} />
      ) : (
        <ChooseFlowFile onChoose={setPortable} />
      )}
    </Modal>
  );
}

const CHOICES = ['COPY', 'UPDATE', 'SKIP'] as const satisfies readonly OnExistingFlow[];

interface ImportFormProps {
  readonly portable: PortableFlow;
  readonly onClose: () => void;
  readonly onBack: () => void;
}

function ImportForm({ portable, onClose, onBack }: ImportFormProps) {
  const { t } = useTranslation();
  const { references } = useReferences();
  const [name, setName] = useState(portable.name || t('canvas.exchange.unnamed'));
  const [onExisting, setOnExisting] = useState<OnExistingFlow>('COPY');
  const mapping = useMapping(portable);
  const { take, isBusy, problem } = useImporting(onClose);
  const isKnown = references.flows.some((flow) => flow.name === name.trim());
  return (
    <Stack gap="md">
      <TextInput
        label={t('canvas.list.name')}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {isKnown && (
        <Radio.Group
          label={t('canvas.exchange.exists', { name: name.trim() })}
          value={onExisting}
          onChange={(next) => setOnExisting(CHOICES.find((each) => each === next) ?? 'COPY')}
        >
          <Stack gap="xs" mt={6}>
            {CHOICES.map((choice) => (
              <Radio
                key={choice}
                value={choice}
                label={t(`canvas.exchange.onExisting.${choice}`)}
                description={t(`canvas.exchange.onExistingText.${choice}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <MappingFields mapping={mapping} />
      <FlowPreview flow={mapping.imported.flow} />
      {problem && (
        <Alert color="red" role="alert" icon={<IconAlertTriangle size={18} />}>
          {problem}
        </Alert>
      )}
      <Group justify="space-between">
        <Button variant="subtle" onClick={onBack}>
          {t('canvas.exchange.otherFile')}
        </Button>
        <Button
          loading={isBusy}
          data-testid="import-flow"
          onClick={() => void take({ portable, name, onExisting, mapping: mapping.answers })}
        >
          {t('canvas.exchange.import')}
        </Button>
      </Group>
    </Stack>
  );
}
