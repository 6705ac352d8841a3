import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../forms/FormDialog.tsx';
import type { FieldProblems } from '../forms/use-field-problems.ts';

interface WordDialogProps {
  /** The name it has; null: a new one. */
  readonly name: string | null;
  /** The title of the dialog while there is no name. */
  readonly titleOfNew: string;
  readonly example: string;
  /** Those of `name` stand at the name. */
  readonly problems: FieldProblems;
  readonly isBusy: boolean;
  /** What there is to say beside the name. */
  readonly children: ReactNode;
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for a word of the workspace's own, as a status or a reason to decline. */
export function WordDialog({
  titleOfNew,
  example,
  problems,
  isBusy,
  children,
  onSave,
  onClose,
  ...word
}: WordDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(word.name ?? '');
  return (
    <FormDialog
      title={word.name ?? titleOfNew}
      submitLabel={t(word.name === null ? 'common.create' : 'common.save')}
      isBusy={isBusy}
      problems={problems.rest}
      onSubmit={() => onSave(name.trim())}
      onClose={onClose}
    >
      <TextInput
        label={t('settings.name')}
        description={example}
        required
        data-autofocus
        maxLength={100}
        value={name}
        error={problems.of('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {children}
    </FormDialog>
  );
}
