import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Failure } from '../shell/Failure.tsx';

interface ListSectionProps {
  readonly intro: string;
  /** Absent for those who may not add. */
  readonly add?: { readonly label: string; readonly onClick: () => void } | undefined;
  readonly extra?: ReactNode;
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly titles: readonly string[];
  /** Table rows. */
  readonly children: ReactNode;
}

/** A table of things with an introduction and a button that adds one. */
export function ListSection(props: ListSectionProps) {
  const { intro, add, extra, isLoading, error, onRetry, titles, children } = props;
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Text size="sm" className="alur-faint" maw={620}>
          {intro}
        </Text>
        <Group gap="xs">
          {extra}
          {add && (
            <Button size="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={add.onClick}>
              {add.label}
            </Button>
          )}
        </Group>
      </Group>
      {error ? (
        <Failure error={error} onRetry={onRetry} />
      ) : isLoading ? (
        <Skeleton height={220} />
      ) : (
        <div className="alur-card settings-scroll">
          <table className="settings-table">
            <thead>
              <tr>
                {titles.map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </div>
      )}
    </Stack>
  );
}
