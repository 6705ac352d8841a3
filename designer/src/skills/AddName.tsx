import { Button, Group, Popover, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Added } from './use-adding.ts';

interface AddNameProps {
  /** For example "Add a skill". */
  readonly label: string;
  readonly onAdd: (name: string) => Promise<Added>;
}

/** A button that opens one field: type a name, Enter adds it and the field is ready for the next. */
export function AddName({ label, onAdd }: AddNameProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    const added = await onAdd(name.trim());
    setProblem(added.isAdded ? undefined : added.problem);
    if (added.isAdded) setName('');
  };
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" shadow="md" trapFocus returnFocus width={300}>
      <Popover.Target>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setIsOpen((last) => !last)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <form onSubmit={(event) => void submit(event)}>
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <TextInput
              flex={1}
              size="sm"
              data-autofocus
              aria-label={`${label}: ${t('settings.name')}`}
              placeholder={t('settings.name')}
              maxLength={200}
              value={name}
              error={problem}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" size="sm" disabled={!name.trim()}>
              {t('forms.add')}
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
