import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../forms/FormDialog.tsx';
import { useFieldProblems } from '../forms/use-field-problems.ts';
import { graphql } from '../graph/generated/index.ts';
import { useAction } from '../shell/use-action.ts';
import type { PresenceStatus } from './presence-statuses.ts';

const PutPresenceStatusDocument = graphql(`
  mutation PutPresenceStatus($input: PutPresenceStatusInput!) {
    putPresenceStatus(input: $input) { presenceStatus { id name allowsWork } userErrors { code message path } }
  }
`);

interface StatusDialogProps {
  /** Null: a new one. */
  readonly status: PresenceStatus | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Makes a status or changes one. */
export function StatusDialog({ status, onClose, onSaved }: StatusDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(status?.name ?? '');
  const [allowsWork, setAllowsWork] = useState(status?.allowsWork ?? false);
  const problems = useFieldProblems(['name']);
  const [put, { loading }] = useAction(PutPresenceStatusDocument);
  const save = async () => {
    const input = { id: status?.id ?? null, name: name.trim(), allowsWork };
    if (!problems.accept((await put({ variables: { input } })).data?.putPresenceStatus.userErrors)) return;
    onSaved();
    onClose();
  };
  return (
    <FormDialog
      title={status?.name ?? t('presence.addStatus')}
      submitLabel={t(status ? 'common.save' : 'common.create')}
      isBusy={loading}
      problems={problems.rest}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextInput
        label={t('settings.name')}
        description={t('presence.statusExample')}
        required
        data-autofocus
        maxLength={100}
        value={name}
        error={problems.of('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Radio.Group
        label={t('presence.meanwhile')}
        value={allowsWork ? 'yes' : 'no'}
        onChange={(value) => setAllowsWork(value === 'yes')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="no" label={t('presence.takesNone')} />
          <Radio value="yes" label={t('presence.takes')} />
        </Stack>
      </Radio.Group>
    </FormDialog>
  );
}
