import { Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../words/Ago.tsx';
import type { Ticket } from './ticket.ts';

/** What was said, oldest first; internal notes stand out. */
export function Conversation({ messages }: { readonly messages: Ticket['messages'] }) {
  const { t } = useTranslation();
  if (messages.nodes.length === 0) {
    return (
      <Text size="sm" className="alur-faint" py="md">
        {t('tickets.noMessages')}
      </Text>
    );
  }
  return (
    <>
      {messages.pageInfo.hasPreviousPage && (
        <Text size="sm" className="alur-faint" mb="sm">
          {t('tickets.newestMessages', { count: messages.nodes.length })}
        </Text>
      )}
      <ol className="ticket-messages">
        {messages.nodes.map(({ id, author, authorName, visibility, text, createdAt }) => (
          <li key={id} className="ticket-message" data-author={author} data-visibility={visibility}>
            <div className="ticket-message-head">
              <strong>{authorName}</strong>
              <span className="alur-faint">{t(`tickets.author.${author}`)}</span>
              {visibility === 'INTERNAL' && (
                <span className="ticket-internal">
                  <IconLock size={13} aria-hidden /> {t('tickets.internalNote')}
                </span>
              )}
              <span className="alur-faint ticket-message-time">
                <Ago at={createdAt} />
              </span>
            </div>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
