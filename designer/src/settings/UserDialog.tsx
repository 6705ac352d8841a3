import { PasswordInput, Select, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../access/viewer.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import type { Locale, Role } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';
import { showUserErrors } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';
import { useKnownReferences } from '../tickets/known-references.ts';
import type { ListedUser } from './UsersTab.tsx';

const CreateUserDocument = graphql(`
  mutation CreateUser($input: CreateUserInput!) {
    createUser(input: $input) { user { id } userErrors { code message path } }
  }
`);

const UpdateUserDocument = graphql(`
  mutation UpdateUser($input: UpdateUserInput!) {
    updateUser(input: $input) { user { id } userErrors { code message path } }
  }
`);

export const ROLES: readonly Role[] = ['VIEWER', 'AGENT', 'MANAGER', 'ADMIN'];

interface UserDialogProps {
  /** Null: a new one. */
  readonly user: ListedUser | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Makes a user or changes one. A password is needed for a new one and replaces the old where given. */
export function UserDialog({ user, onClose, onSaved }: UserDialogProps) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const { references } = useKnownReferences();
  const [name, setName] = useState(user?.name ?? '');
  const [email, setEmail] = useState(user?.email ?? '');
  const [password, setPassword] = useState('');
  const [role, setRole] = useState<Role>(user?.role ?? 'AGENT');
  const [locale, setLocale] = useState<Locale>(user?.locale ?? viewer.user.locale);
  const [agentId, setAgentId] = useState<string | null>(user?.agent?.id ?? null);
  const [isActive, setIsActive] = useState(user?.isActive ?? true);
  const [create, creating] = useAction(CreateUserDocument);
  const [update, updating] = useAction(UpdateUserDocument);
  const isSelf = user?.id === viewer.user.id;

  const save = async () => {
    const fields = { name: name.trim(), role, locale, agentId };
    const userErrors = user
      ? (
          await update({
            variables: { input: { id: user.id, ...fields, isActive, ...(password ? { password } : {}) } },
          })
        ).data?.updateUser.userErrors
      : (await create({ variables: { input: { ...fields, email: email.trim(), password } } })).data?.createUser
          .userErrors;
    if (!userErrors || showUserErrors(userErrors)) return;
    onSaved();
    onClose();
  };

  return (
    <FormDialog
      title={user ? user.name : t('settings.users.add')}
      submitLabel={t(user ? 'common.save' : 'common.create')}
      isBusy={creating.loading || updating.loading}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextInput
        label={t('settings.name')}
        required
        data-autofocus
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('access.email')}
        type="email"
        required
        autoComplete="off"
        disabled={user !== null}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('access.password')}
        description={t(user ? 'settings.users.passwordKeep' : 'settings.users.passwordHelp')}
        required={user === null}
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
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
        label={t('language.label')}
        allowDeselect={false}
        value={locale}
        onChange={(value) => setLocale(value === 'ID' ? 'ID' : 'EN')}
        data={[
          { value: 'EN', label: 'English' },
          { value: 'ID', label: 'Bahasa Indonesia' },
        ]}
      />
      <Select
        label={t('settings.users.agent')}
        description={t('settings.users.agentHelp')}
        clearable
        searchable
        value={agentId}
        onChange={setAgentId}
        data={references.agents.map((agent) => ({ value: agent.id, label: agent.name }))}
      />
      {user && !isSelf && (
        <Switch
          label={t('settings.users.mayEnter')}
          checked={isActive}
          onChange={(event) => setIsActive(event.currentTarget.checked)}
        />
      )}
    </FormDialog>
  );
}
