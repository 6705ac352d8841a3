import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  /** What to do next, usually a button. */
  readonly children?: ReactNode;
}

/** In place of a list that has nothing: why, and what to do next. */
export function EmptyState({ icon, title, text, children }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" py={56} px="md" ta="center">
      <span className="alur-faint" aria-hidden>
        {icon}
      </span>
      <Title order={2}>{title}</Title>
      <Text className="alur-faint" maw={460}>
        {text}
      </Text>
      {children}
    </Stack>
  );
}
