import type { Flow, PortableFlow } from '@alur/engine';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseFlowFile } from './ChooseFlowFile.tsx';
import { FlowPreview } from './FlowPreview.tsx';
import { MappingFields } from './MappingFields.tsx';
import { useMapping } from './use-mapping.ts';

interface ImportIntoDraftProps {
  /** Takes the flow up in place of what is drawn. */
  readonly onTake: (flow: Flow) => void;
  readonly onClose: () => void;
}

/** Replaces what is drawn by a flow from a file; undo brings it back. */
export function ImportIntoDraft({ onTake, onClose }: ImportIntoDraftProps) {
  const { t } = useTranslation();
  const [portable, setPortable] = useState<PortableFlow | null>(null);
  const take = (flow: Flow) => {
    onTake(flow);
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
      title={t('canvas.editor.import')}
    >
      {portable ? <Mapped portable={portable} onTake={take} /> : <ChooseFlowFile onChoose={setPortable} />}
    </Modal>
  );
}

function Mapped({ portable, onTake }: { readonly portable: PortableFlow; readonly onTake: (flow: Flow) => void }) {
  const { t } = useTranslation();
  const mapping = useMapping(portable);
  return (
    <Stack gap="md">
      <Text size="sm">{t('canvas.exchange.replaces')}</Text>
      <MappingFields mapping={mapping} />
      <FlowPreview flow={mapping.imported.flow} />
      <Group justify="flex-end">
        <Button onClick={() => onTake(mapping.imported.flow)}>{t('canvas.exchange.replace')}</Button>
      </Group>
    </Stack>
  );
}
