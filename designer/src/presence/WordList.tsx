import { ActionIcon, Button, Group, Skeleton, Text, Title } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../access/viewer.ts';
import { Failure } from '../shell/Failure.tsx';
import './presence.css';

interface WordListProps {
  readonly title: string;
  readonly help: string;
  readonly emptyText: string;
  readonly addLabel: string;
  /** How loading them went. */
  readonly answer: { readonly error?: unknown; readonly refetch: () => Promise<unknown> };
  /** Undefined while they load. */
  readonly items:
    | readonly { readonly id: string; readonly name: string; readonly mark: ReactNode; readonly note: string }[]
    | undefined;
  /** With an id, or `new`. */
  readonly onEdit: (id: string) => void;
  /** Absent where they stay for good. */
  readonly onRemove?: (id: string) => Promise<void>;
}

/** A short list of the workspace's own words, each with what it does. */
export function WordList({ title, help, emptyText, addLabel, answer, items, onEdit, onRemove }: WordListProps) {
  const { t } = useTranslation();
  const isManager = useHasRole('MANAGER');
  return (
    <section className="alur-card words" aria-label={title}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={2}>{title}</Title>
        {isManager && (
          <Button
            size="sm"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => onEdit('new')}
          >
            {addLabel}
          </Button>
        )}
      </Group>
      <Text size="sm" className="alur-faint">
        {help}
      </Text>
      {!items ? (
        answer.error ? (
          <Failure error={answer.error} onRetry={() => void answer.refetch()} />
        ) : (
          <Skeleton height={90} />
        )
      ) : items.length === 0 ? (
        <Text size="sm" py="sm">
          {emptyText}
        </Text>
      ) : (
        <ul>
          {items.map(({ id, name, mark, note }) => (
            <li key={id}>
              <span>{mark}</span>
              <span className="alur-faint">{note}</span>
              {isManager && (
                <Group gap={2} wrap="nowrap">
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={32}
                    aria-label={`${t('settings.edit')}: ${name}`}
                    onClick={() => onEdit(id)}
                  >
                    <IconPencil size={16} />
                  </ActionIcon>
                  {onRemove && (
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={32}
                      aria-label={`${t('forms.delete')}: ${name}`}
                      onClick={() => void onRemove(id)}
                    >
                      <IconTrash size={16} />
                    </ActionIcon>
                  )}
                </Group>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
