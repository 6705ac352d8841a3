import { useMutation } from '@apollo/client/react';
import { Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../graph/failure.ts';
import { UpdateFlowDocument } from '../flow-documents.ts';

interface FlowNameProps {
  readonly flowId: string;
  readonly name: string;
  readonly canEdit: boolean;
}

/** The flow's name, changed in place: Enter or leaving the field saves, Escape takes it back. */
export function FlowName({ flowId, name, canEdit }: FlowNameProps) {
  const { t } = useTranslation();
  const [update] = useMutation(UpdateFlowDocument);
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
    try {
      const { data } = await update({ variables: { input: { id: flowId, name: next } } });
      const refused = data?.updateFlow.userErrors[0]?.message;
      if (refused) notifications.show({ color: 'red', message: refused });
    } catch (error) {
      notifications.show({ color: 'red', message: t(`failure.${failureOf(error).kind}`) });
    }
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
