import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showUserErrors } from '../../shell/notices.ts';
import { useAction } from '../../shell/use-action.ts';
import { UpdateFlowDocument } from '../flow-documents.ts';

interface FlowNameProps {
  readonly flowId: string;
  readonly name: string;
  readonly canEdit: boolean;
}

/** The flow's name, changed in place: Enter or leaving the field saves, Escape takes it back. */
export function FlowName({ flowId, name, canEdit }: FlowNameProps) {
  const { t } = useTranslation();
  const [update] = useAction(UpdateFlowDocument);
  const [typed, setTyped] = useState<string | null>(null);
  if (!canEdit) {
    return (
      <Text component="h1" fw={650} truncate>
        {name}
      </Text>
    );
  }
  const save = async () => {
    const next = typed?.trim() ?? '';
    setTyped(null);
    if (next === '' || next === name) return;
    const { data } = await update({ variables: { input: { id: flowId, name: next } } });
    showUserErrors(data?.updateFlow.userErrors);
  };
  return (
    <h1 className="flow-name">
      <TextInput
        variant="unstyled"
        aria-label={t('canvas.editor.name')}
        maxLength={120}
        value={typed ?? name}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setTyped(null);
        }}
      />
    </h1>
  );
}
