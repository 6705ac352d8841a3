import { NODE_CATALOGUE, type NodeDefinition } from '@alur/engine';
import { ActionIcon, ScrollArea, Text, TextInput, Tooltip, UnstyledButton } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../editor/editor-context.ts';
import { useLocale } from '../references/use-locale.ts';
import { GROUPS } from '../surface/step-look.ts';
import { DRAGGED_KIND } from './dragged-kind.ts';
import { searchKinds } from './palette-search.ts';
import { StepIcon } from './StepIcon.tsx';
import './palette.css';

/** Every kind of step beside the canvas: a click adds it after the selected step, a drag puts it where it is dropped. */
export function Palette() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { actions, view } = useEditor();
  const [search, setSearch] = useState('');
  const found = searchKinds(search, locale, NODE_CATALOGUE);
  const add = (definition: NodeDefinition) => {
    actions.addStep(definition, actions.targetFor(definition));
    setSearch('');
  };
  return (
    <aside className="palette" aria-label={t('canvas.palette.title')}>
      <div className="palette-head">
        <TextInput
          flex={1}
          size="xs"
          aria-label={t('canvas.palette.search')}
          placeholder={t('canvas.palette.search')}
          leftSection={<IconSearch size={14} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            const [first] = found;
            if (event.key === 'Enter' && first) add(first);
          }}
        />
        <Tooltip label={t('canvas.palette.hide')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('canvas.palette.hide')}
            onClick={() => view.setState({ isPaletteShown: false })}
          >
            <IconLayoutSidebarLeftCollapse size={18} />
          </ActionIcon>
        </Tooltip>
      </div>
      <ScrollArea className="palette-list" type="auto">
        {GROUPS.map((group) => {
          const kinds = found.filter((definition) => definition.group === group);
          if (kinds.length === 0) return null;
          return (
            <section key={group} aria-label={t(`canvas.group.${group}`)}>
              <h3 className="pick-title">{t(`canvas.group.${group}`)}</h3>
              {kinds.map((definition) => (
                <UnstyledButton
                  key={definition.kind}
                  className="pick-item"
                  draggable
                  data-testid={`palette-${definition.kind}`}
                  onDragStart={(event) => {
                    event.dataTransfer.setData(DRAGGED_KIND, definition.kind);
                    event.dataTransfer.effectAllowed = 'copy';
                  }}
                  onClick={() => add(definition)}
                >
                  <StepIcon kind={definition.kind} />
                  <span className="pick-words">
                    <span className="pick-name">{definition.label[locale]}</span>
                    <span className="pick-text">{definition.help[locale]}</span>
                  </span>
                </UnstyledButton>
              ))}
            </section>
          );
        })}
        {found.length === 0 && (
          <Text size="sm" className="alur-faint" p="md" ta="center" role="status">
            {t('canvas.palette.nothing', { search })}
          </Text>
        )}
      </ScrollArea>
    </aside>
  );
}
