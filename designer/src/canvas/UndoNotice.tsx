import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';

const SHOWN_MS = 12_000;

interface UndoNotice {
  readonly title: string;
  readonly text: string;
  /** What the button says; null where there is no way back. */
  readonly undo: string | null;
  readonly onUndo: () => void;
}

/** Tells what was done and offers to undo it, instead of asking before. */
export function showUndo({ title, text, undo, onUndo }: UndoNotice): void {
  const id = notifications.show({
    color: 'teal',
    autoClose: SHOWN_MS,
    title,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm">{text}</Text>
        {undo !== null && (
          <Button
            size="compact-sm"
            variant="light"
            style={{ flex: 'none' }}
            onClick={() => {
              notifications.hide(id);
              onUndo();
            }}
          >
            {undo}
          </Button>
        )}
      </Group>
    ),
  });
}
