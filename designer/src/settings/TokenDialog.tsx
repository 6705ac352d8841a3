import { Alert, Button, Code, CopyButton, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../forms/FormDialog.tsx';
import type { Role } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';
import { showUserErrors } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';
import { ROLES } from './UserDialog.tsx';

const CreateApiTokenDocument = graphql(`
  mutation CreateApiToken($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      token { id }
      secret
      userErrors { code message path }
    }
  }
`);

const LIFETIMES_DAYS = ['30', '90', '365', 'never'] as const;
const DAY_MS = 86_400_000;

/** Makes an API token and shows its secret once. */
export function TokenDialog({ onClose, onSaved }: { readonly onClose: () => void; readonly onSaved: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('AGENT');
  const [lifetime, setLifetime] = useState<(typeof LIFETIMES_DAYS)[number]>('365');
  const [secret, setSecret] = useState<string | null>(null);
  const [create, { loading }] = useAction(CreateApiTokenDocument);

  const save = async () => {
    const expiresAt = lifetime === 'never' ? null : new Date(Date.now() + Number(lifetime) * DAY_MS).toISOString();
    const { data } = await create({ variables: { input: { name: name.trim(), role, expiresAt } } });
    if (!data || showUserErrors(data.createApiToken.userErrors)) return;
    onSaved();
    setSecret(data.createApiToken.secret);
  };

  if (secret !== null) {
    return (
      <Modal
        opened
        onClose={onClose}
        title={t('settings.tokens.ready')}
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Stack gap="md">
          <Alert color="yellow">{t('settings.tokens.once')}</Alert>
          <Code block>{secret}</Code>
          <Text size="sm" className="alur-faint">
            {t('settings.tokens.use')}
          </Text>
          <Group justify="flex-end" gap="xs">
            <CopyButton value={secret}>
              {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'common.copied' : 'common.copy')}</Button>}
            </CopyButton>
            <Button variant="default" onClick={onClose}>
              {t('common.close')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    );
  }
  return (
    <FormDialog
      title={t('settings.tokens.add')}
      submitLabel={t('common.create')}
      isBusy={loading}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextInput
        label={t('settings.name')}
        description={t('settings.tokens.nameHelp')}
        required
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t('settings.role')}
        description={t(`settings.users.roleHelp.${role}`)}
        allowDeselect={false}
        value={role}
        onChange={(value) => setRole(ROLES.find((each) => each === value) ?? 'AGENT')}
        data={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      <Select
        label={t('settings.tokens.expires')}
        allowDeselect={false}
        value={lifetime}
        onChange={(value) => setLifetime(LIFETIMES_DAYS.find((each) => each === value) ?? '365')}
        data={LIFETIMES_DAYS.map((value) => ({
          value,
          label: value === 'never' ? t('settings.tokens.never') : t('settings.tokens.days', { count: Number(value) }),
        }))}
      />
    </FormDialog>
  );
}
