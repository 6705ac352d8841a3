import { ScrollArea, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './palette.css';

interface PickItem {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly icon: ReactNode;
}

export interface PickGroup {
  readonly title: string;
  readonly items: readonly PickItem[];
}

interface PickListProps {
  readonly label: string;
  readonly placeholder: string;
  readonly search: string;
  readonly groups: readonly PickGroup[];
  readonly onSearch: (search: string) => void;
  readonly onPick: (id: string) => void;
}

/** Type-to-search: a field that filters a grouped list. Arrow keys move in the list, Enter takes what is marked. */
export function PickList({ label, placeholder, search, groups, onSearch, onPick }: PickListProps) {
  const { t } = useTranslation();
  const listId = useId();
  const [marked, setMarked] = useState(0);
  const markedRef = useRef<HTMLButtonElement>(null);
  const items = groups.flatMap((group) => group.items);
  const markedItem = items[Math.min(marked, items.length - 1)];
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the mark, which isn't read
  useEffect(() => {
    markedRef.current?.scrollIntoView({ block: 'nearest' });
  }, [markedItem?.id]);

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && items.length > 0) {
      event.preventDefault();
      setMarked((Math.min(marked, items.length - 1) + step + items.length) % items.length);
    } else if (event.key === 'Enter' && markedItem) {
      event.preventDefault();
      onPick(markedItem.id);
    }
  };

  return (
    <div className="pick">
      <TextInput
        data-autofocus
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={markedItem ? `${listId}-${markedItem.id}` : undefined}
        leftSection={<IconSearch size={15} />}
        placeholder={placeholder}
        value={search}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setMarked(0);
          onSearch(event.currentTarget.value);
        }}
      />
      <ScrollArea.Autosize mah="min(420px, 55vh)" type="auto" offsetScrollbars>
        <div id={listId} role="listbox" aria-label={label}>
          {groups.map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by role
            <div key={group.title} role="group" aria-label={group.title}>
              <Text className="pick-title" aria-hidden>
                {group.title}
              </Text>
              {group.items.map((item) => (
                <UnstyledButton
                  key={item.id}
                  ref={item === markedItem ? markedRef : undefined}
                  id={`${listId}-${item.id}`}
                  role="option"
                  aria-selected={item === markedItem}
                  tabIndex={-1}
                  className="pick-item"
                  onMouseMove={() => setMarked(items.indexOf(item))}
                  onClick={() => onPick(item.id)}
                >
                  {item.icon}
                  <span className="pick-words">
                    <span className="pick-name">{item.title}</span>
                    <span className="pick-text">{item.text}</span>
                  </span>
                </UnstyledButton>
              ))}
            </div>
          ))}
        </div>
        {items.length === 0 && (
          <Text size="sm" className="alur-faint" p="md" ta="center" role="status">
            {t('canvas.palette.nothing', { search })}
          </Text>
        )}
      </ScrollArea.Autosize>
    </div>
  );
}
