import { ActionIcon, Box, Group, Input, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ListRowProps {
  /** What the row is called in the labels of its buttons. */
  readonly name: string;
  /** What stands beside the buttons. */
  readonly head: ReactNode;
  readonly children?: ReactNode;
  readonly index: number;
  readonly count: number;
  readonly testId?: string;
  /** What is wrong with the row as a whole. */
  readonly error?: string | undefined;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

/** One of several things in order: what it is, and buttons to move and remove it. */
export function ListRow(props: ListRowProps) {
  const { name, head, children, index, count, testId, error, onMove, onRemove } = props;
  return (
    <Box className="alur-case" role="group" aria-label={name} data-testid={testId}>
      <Group gap={2} wrap="nowrap" mb={children ? 8 : 0} align="center">
        <div style={{ flex: 1, minWidth: 0 }}>{head}</div>
        <RowButtons {...{ name, index, count, onMove, onRemove }} />
      </Group>
      {children}
      {error !== undefined && (
        <Input.Error size="xs" mt={6}>
          {error}
        </Input.Error>
      )}
    </Box>
  );
}

/** Moves a row up and down and removes it. */
export function RowButtons({
  name,
  index,
  count,
  onMove,
  onRemove,
}: Pick<ListRowProps, 'name' | 'index' | 'count' | 'onMove' | 'onRemove'>) {
  const { t } = useTranslation();
  return (
    <Group gap={2} wrap="nowrap">
      <RowButton
        label={t('canvas.inspector.moveUp', { name })}
        isDisabled={index === 0}
        onPress={() => onMove(index - 1)}
        icon={<IconArrowUp size={14} />}
      />
      <RowButton
        label={t('canvas.inspector.moveDown', { name })}
        isDisabled={index === count - 1}
        onPress={() => onMove(index + 1)}
        icon={<IconArrowDown size={14} />}
      />
      <RowButton
        label={t('canvas.inspector.removeRow', { name })}
        isDisabled={false}
        onPress={onRemove}
        icon={<IconTrash size={14} />}
      />
    </Group>
  );
}

interface RowButtonProps {
  readonly label: string;
  readonly isDisabled: boolean;
  readonly onPress: () => void;
  readonly icon: ReactNode;
}

function RowButton({ label, isDisabled, onPress, icon }: RowButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={28} aria-label={label} disabled={isDisabled} onClick={onPress}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
