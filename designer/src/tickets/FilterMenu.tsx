import { Button, Checkbox, Popover, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface FilterMenuProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly selected: readonly string[];
  readonly onChange: (selected: string[]) => void;
}

const SEARCHED_FROM = 9;

/** A filter of several values behind one button that says what is chosen. */
export function FilterMenu({ label, options, selected, onChange }: FilterMenuProps) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState('');
  const chosen = options.filter(({ value }) => selected.includes(value));
  const [first] = chosen;
  const summary =
    selected.length === 0
      ? label
      : selected.length === 1 && first
        ? `${label}: ${first.label}`
        : `${label}: ${selected.length}`;
  const shown = options.filter((option) =>
    option.label.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  );
  return (
    <Popover position="bottom-start" shadow="md" width={260} trapFocus onClose={() => setWanted('')}>
      <Popover.Target>
        <Button
          variant={selected.length > 0 ? 'light' : 'default'}
          size="sm"
          fw={500}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          maw={240}
        >
          {summary}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={label}>
        {options.length >= SEARCHED_FROM && (
          <TextInput
            size="sm"
            mb="xs"
            data-autofocus
            aria-label={t('common.search')}
            placeholder={t('common.search')}
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
        )}
        <ScrollArea.Autosize mah={300}>
          <Checkbox.Group value={[...selected]} onChange={onChange} aria-label={label}>
            <Stack gap={10} p={6}>
              {shown.map((option) => (
                <Checkbox key={option.value} value={option.value} label={option.label} />
              ))}
              {shown.length === 0 && (
                <Text size="sm" className="alur-faint">
                  {t('tickets.noOption')}
                </Text>
              )}
            </Stack>
          </Checkbox.Group>
        </ScrollArea.Autosize>
        {selected.length > 0 && (
          <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => onChange([])}>
            {t('common.clear')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
