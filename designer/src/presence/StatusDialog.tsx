import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldProblems } from '../forms/use-field-problems.ts';
import { graphql } from '../graph/generated/index.ts';
import { useAction } from '../shell/use-action.ts';
import type { PresenceStatus } from './presence-statuses.ts';
import { WordDialog } from './WordDialog.tsx';

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
  const [allowsWork, setAllowsWork] = useState(status?.allowsWork ?? false);
  const problems = useFieldProblems(['name']);
  const [put, { loading }] = useAction(PutPresenceStatusDocument);
  const save = async (name: string) => {
    const input = { id: status?.id ?? null, name, allowsWork };
    if (!problems.accept((await put({ variables: { input } })).data?.putPresenceStatus.userErrors)) return;
    onSaved();
    onClose();
  };
  return (
    <WordDialog
      name={status?.name ?? null}
      titleOfNew={t('presence.addStatus')}
      example={t('presence.statusExample')}
      problems={problems}
      isBusy={loading}
      onSave={(name) => void save(name)}
      onClose={onClose}
    >
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
    </WordDialog>
  );
}
