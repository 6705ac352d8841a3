import { useQuery, useSubscription } from '@apollo/client/react';
import { ActionIcon, Indicator, Popover, ScrollArea, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotificationsQuery } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';
import { Ago } from '../words/Ago.tsx';
import { useAction } from './use-action.ts';

const NotificationsDocument = graphql(`
  query Notifications {
    notifications(first: 30) {
      nodes { id text at readAt ticket { id number subject } }
    }
  }
`);

const ReadNotificationDocument = graphql(`
  mutation ReadNotification($id: ID!) {
    readNotification(id: $id) {
      notification { id readAt }
      userErrors { code message path }
    }
  }
`);

const NotifiedDocument = graphql(`
  subscription Notified {
    ticketEvents(where: { types: ["notified"] }) { cursor }
  }
`);

type Notice = NotificationsQuery['notifications']['nodes'][number];

/** The bell: what flows told the viewer, newest first, live. */
export function NotificationBell() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const { data, refetch } = useQuery(NotificationsDocument);
  useSubscription(NotifiedDocument, { fetchPolicy: 'no-cache', onData: () => void refetch() });
  const notices = data?.notifications.nodes ?? [];
  const unread = notices.filter(({ readAt }) => readAt === null).length;
  const label = unread > 0 ? t('notifications.openUnread', { count: unread }) : t('notifications.open');
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="right-end" width={340} shadow="md" trapFocus>
      <Indicator disabled={unread === 0} label={unread > 9 ? '9+' : unread} size={17} color="red.8" offset={7}>
        <Popover.Target>
          <ActionIcon variant="subtle" color="gray" size={40} aria-label={label} onClick={() => setIsOpen(!isOpen)}>
            <IconBell size={21} stroke={1.7} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0} aria-label={t('notifications.open')}>
        {notices.length === 0 ? (
          <Stack gap={4} p="md">
            <Text fw={600}>{t('notifications.empty')}</Text>
            <Text size="sm" className="alur-faint">
              {t('notifications.emptyText')}
            </Text>
          </Stack>
        ) : (
          <ScrollArea.Autosize mah={420}>
            {notices.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} onLeave={() => setIsOpen(false)} />
            ))}
          </ScrollArea.Autosize>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function NoticeRow({ notice, onLeave }: { readonly notice: Notice; readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const [read] = useAction(ReadNotificationDocument);
  const isUnread = notice.readAt === null;
  const take = () => {
    if (isUnread) void read({ variables: { id: notice.id } });
    onLeave();
  };
  const body = (
    <>
      <Text size="sm" fw={isUnread ? 600 : 400}>
        {notice.text}
      </Text>
      <Text size="xs" className="alur-faint">
        {notice.ticket ? `#${notice.ticket.number} · ` : ''}
        <Ago at={notice.at} />
        {isUnread ? ` · ${t('notifications.unread')}` : ''}
      </Text>
    </>
  );
  return notice.ticket ? (
    <Link
      className="frame-notice"
      to="/tickets/$ticketNumber"
      params={{ ticketNumber: String(notice.ticket.number) }}
      onClick={take}
    >
      {body}
    </Link>
  ) : (
    <UnstyledButton className="frame-notice" onClick={take}>
      {body}
    </UnstyledButton>
  );
}
