import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { portsOf } from '../edit/new-step.ts';
import { useDocument, useEditor } from '../editor/editor-context.ts';
import { OutlineChainList } from './OutlineChainList.tsx';
import { outlineTree } from './outline-tree.ts';
import './outline.css';

/** The flow as nested lists of sentences: the editor for phones, screen readers and very large flows. */
export function Outline() {
  const { t } = useTranslation();
  const { view, isReadOnly } = useEditor();
  const flow = useDocument((document) => document.flow);
  const chains = useMemo(() => outlineTree(flow, portsOf), [flow]);
  const addTrigger = (
    <Button
      variant="light"
      size="sm"
      leftSection={<IconPlus size={15} />}
      onClick={() => view.setState({ picker: { type: 'add', target: { type: 'free' }, at: null } })}
    >
      {t(chains.length === 0 ? 'canvas.outline.first' : 'canvas.outline.another')}
    </Button>
  );
  return (
    <section className="outline" aria-label={t('canvas.outline.title')} data-testid="outline">
      {chains.map((chain) => {
        const [first] = chain.steps;
        const isTrigger = first?.node.kind.startsWith('trigger.') ?? false;
        return (
          <div key={first?.node.id} className="outline-root">
            {!isTrigger && (
              <Text size="xs" fw={600} className="outline-loose">
                {t('canvas.outline.loose')}
              </Text>
            )}
            <OutlineChainList chain={chain} />
          </div>
        );
      })}
      {chains.length === 0 && (
        <Stack gap="xs" align="flex-start" mb="sm">
          <Text fw={600}>{t('canvas.editor.emptyTitle')}</Text>
          <Text size="sm" className="alur-faint">
            {t('canvas.editor.emptyText')}
          </Text>
        </Stack>
      )}
      {!isReadOnly && addTrigger}
    </section>
  );
}
