import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormProblems } from './FormProblems.tsx';
import './forms.css';

interface SaveBarProps {
  readonly isUnsaved: boolean;
  readonly isBusy: boolean;
  readonly isBlocked?: boolean;
  readonly problems: readonly string[];
  readonly onDiscard: () => void;
}

/** Stays at the foot of a long form: says whether it is saved, and saves or discards. */
export function SaveBar({ isUnsaved, isBusy, isBlocked = false, problems, onDiscard }: SaveBarProps) {
  const { t } = useTranslation();
  return (
    <div className="forms-savebar">
      <FormProblems problems={problems} />
      <Group gap="xs" justify="flex-end">
        <Text size="sm" className="alur-faint" role="status" mr="auto">
          {isUnsaved ? t('forms.unsaved') : t('forms.saved')}
        </Text>
        <Button variant="default" disabled={!isUnsaved || isBusy} onClick={onDiscard}>
          {t('forms.discard')}
        </Button>
        <Button type="submit" loading={isBusy} disabled={!isUnsaved || isBlocked}>
          {t('common.save')}
        </Button>
      </Group>
    </div>
  );
}
