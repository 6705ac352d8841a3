import { useQuery } from '@apollo/client/react';
import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListSection } from '../forms/ListSection.tsx';
import type { TokenListQuery } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';
import { showUserErrors } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';
import { Ago } from '../words/Ago.tsx';
import { TokenDialog } from './TokenDialog.tsx';

const TokenListDocument = graphql(`
  query TokenList {
    apiTokens { id name prefix role createdAt lastUsedAt expiresAt revokedAt }
  }
`);

const RevokeTokenDocument = graphql(`
  mutation RevokeToken($id: ID!) {
    revokeApiToken(id: $id) {
      token { id revokedAt }
      userErrors { code message path }
    }
  }
`);

type ListedToken = TokenListQuery['apiTokens'][number];

/** Keys for other programs. A revoked one never works again. */
export function TokensTab() {
  const { t } = useTranslation();
  const [isAdding, setIsAdding] = useState(false);
  const [leaving, setLeaving] = useState<ListedToken | null>(null);
  const { data, error, refetch } = useQuery(TokenListDocument);
  const [revoke, revoking] = useAction(RevokeTokenDocument);
  const confirm = async () => {
    if (!leaving) return;
    const { data: answer } = await revoke({ variables: { id: leaving.id } });
    if (answer && !showUserErrors(answer.revokeApiToken.userErrors)) setLeaving(null);
  };
  const time = (at: string | null) => (at ? <Ago at={at} /> : '–');
  return (
    <>
      <ListSection
        intro={t('settings.tokens.intro')}
        add={{ label: t('settings.tokens.add'), onClick: () => setIsAdding(true) }}
        isLoading={!data}
        error={data ? null : error}
        onRetry={() => void refetch()}
        titles={[
          t('settings.name'),
          t('settings.tokens.prefix'),
          t('settings.role'),
          t('settings.tokens.created'),
          t('settings.tokens.lastUsed'),
          t('settings.tokens.expires'),
          t('settings.actions'),
        ]}
      >
        {data?.apiTokens.map((token) => (
          <tr key={token.id} data-off={token.revokedAt !== null || undefined}>
            <th scope="row">{token.name}</th>
            <td>
              <code>{token.prefix}…</code>
            </td>
            <td>{t(`role.${token.role}`)}</td>
            <td>{time(token.createdAt)}</td>
            <td>{time(token.lastUsedAt)}</td>
            <td>{token.expiresAt ? time(token.expiresAt) : t('settings.tokens.never')}</td>
            <td>
              {token.revokedAt ? (
                t('settings.tokens.revoked')
              ) : (
                <Button
                  variant="subtle"
                  color="red"
                  size="compact-sm"
                  aria-label={`${t('settings.tokens.revoke')}: ${token.name}`}
                  onClick={() => setLeaving(token)}
                >
                  {t('settings.tokens.revoke')}
                </Button>
              )}
            </td>
          </tr>
        ))}
        {data?.apiTokens.length === 0 && (
          <tr>
            <td colSpan={7} className="alur-faint">
              {t('settings.tokens.none')}
            </td>
          </tr>
        )}
      </ListSection>
      {isAdding && <TokenDialog onClose={() => setIsAdding(false)} onSaved={() => void refetch()} />}
      {leaving && (
        <Modal
          opened
          onClose={() => setLeaving(null)}
          title={t('settings.tokens.revokeTitle', { name: leaving.name })}
          closeButtonProps={{ 'aria-label': t('common.close') }}
        >
          <Text size="sm" mb="md">
            {t('settings.tokens.revokeText')}
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => setLeaving(null)}>
              {t('common.cancel')}
            </Button>
            <Button color="red.8" loading={revoking.loading} onClick={() => void confirm()}>
              {t('settings.tokens.revoke')}
            </Button>
          </Group>
        </Modal>
      )}
    </>
  );
}
