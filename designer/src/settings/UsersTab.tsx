import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditButton } from '../forms/EditButton.tsx';
import { ListSection } from '../forms/ListSection.tsx';
import type { UserListQuery } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';
import { UserDialog } from './UserDialog.tsx';

const UserListDocument = graphql(`
  query UserList {
    users { id email name role locale isActive agent { id name } }
  }
`);

export type ListedUser = UserListQuery['users'][number];

/** Who may sign in, and what they may do. */
export function UsersTab() {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<ListedUser | 'new' | null>(null);
  const { data, error, refetch } = useQuery(UserListDocument);
  return (
    <>
      <ListSection
        intro={t('settings.users.intro')}
        add={{ label: t('settings.users.add'), onClick: () => setEdited('new') }}
        isLoading={!data}
        error={data ? null : error}
        onRetry={() => void refetch()}
        titles={[
          t('settings.name'),
          t('access.email'),
          t('settings.role'),
          t('settings.users.agent'),
          t('settings.users.state'),
          t('settings.actions'),
        ]}
      >
        {data?.users.map((user) => (
          <tr key={user.id} data-off={!user.isActive || undefined}>
            <th scope="row">{user.name}</th>
            <td>{user.email}</td>
            <td>{t(`role.${user.role}`)}</td>
            <td>{user.agent?.name ?? '–'}</td>
            <td>{t(user.isActive ? 'settings.users.active' : 'settings.users.inactive')}</td>
            <td>
              <EditButton name={user.name} onClick={() => setEdited(user)} />
            </td>
          </tr>
        ))}
      </ListSection>
      {edited !== null && (
        <UserDialog
          user={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onSaved={() => void refetch()}
        />
      )}
    </>
  );
}
