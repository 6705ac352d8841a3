import { Button, Group, Modal, Stack, Text, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormProblems } from './FormProblems.tsx';

interface ConfirmDeleteProps {
  readonly title: string;
  /** What comes of it. */
  readonly text: string;
  /** Why it can't be deleted now; absent: it can. */
  readonly reason?: string | undefined;
  readonly isBusy: boolean;
  readonly problems: readonly string[];
  readonly onDelete: () => void;
}

/** A button that deletes after a question; where that is impossible it says why. */
export function ConfirmDelete({ title, text, reason, isBusy, problems, onDelete }: ConfirmDeleteProps) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const isOff = reason !== undefined;
  return (
    <>
      <Tooltip label={reason} disabled={!isOff}>
        <Button
          variant="subtle"
          color="red"
          size="sm"
          leftSection={<IconTrash size={16} aria-hidden />}
          {...(isOff ? { 'data-disabled': true, 'aria-disabled': true } : {})}
          onClick={() => !isOff && setIsAsking(true)}
        >
          {t('forms.delete')}
        </Button>
      </Tooltip>
      <Modal
        opened={isAsking}
        onClose={() => setIsAsking(false)}
        title={title}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Stack gap="md">
          <Text size="sm">{text}</Text>
          <FormProblems problems={problems} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" data-autofocus onClick={() => setIsAsking(false)}>
              {t('common.cancel')}
            </Button>
            <Button color="red" loading={isBusy} onClick={onDelete}>
              {t('forms.delete')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
