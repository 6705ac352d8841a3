import { type Locale, NODE_CATALOGUE, type NodeDefinition, nodeDefinition } from '@alur/engine';
import { FocusTrap, Modal, Popover } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument, useEditor, useView } from '../editor/editor-context.ts';
import type { AddTarget, Picker as PickerState } from '../editor/view-store.ts';
import { useReferences } from '../references/references-context.ts';
import { stepText } from '../references/step-text.ts';
import { useLocale } from '../references/use-locale.ts';
import { GROUPS, groupOfKind } from '../surface/step-look.ts';
import { type PickGroup, PickList } from './PickList.tsx';
import { fold, searchKinds, wordsOf } from './palette-search.ts';
import { StepIcon } from './StepIcon.tsx';

/** In pixels of the screen. */
const PICKER_WIDTH = 320;

/** Type-to-search, wherever it was asked for: the next step, a step to connect to, or a step to go to. */
export function Picker() {
  const { view } = useEditor();
  const picker = useView((state) => state.picker);
  if (!picker) return null;
  const close = () => view.setState({ picker: null });
  if (picker.type === 'add') return <AddPicker key={JSON.stringify(picker.target)} picker={picker} onClose={close} />;
  return <StepFinder picker={picker} onClose={close} />;
}

function AddPicker({
  picker,
  onClose,
}: {
  readonly picker: PickerState & { type: 'add' };
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { actions } = useEditor();
  const [search, setSearch] = useState('');
  const found = searchKinds(search, locale, kindsFor(picker.target));
  const list = (
    <PickList
      label={t('canvas.palette.add')}
      placeholder={t('canvas.palette.search')}
      search={search}
      groups={kindGroups(found, locale, (group) => t(`canvas.group.${group}`))}
      onSearch={setSearch}
      onPick={(kind) => {
        const definition = nodeDefinition(kind);
        if (definition) actions.addStep(definition, picker.target);
      }}
    />
  );
  return (
    <Framed at={picker.at} title={t('canvas.palette.add')} onClose={onClose}>
      {list}
    </Framed>
  );
}

function StepFinder({
  picker,
  onClose,
}: {
  readonly picker: PickerState & { type: 'connect' | 'find' };
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { actions } = useEditor();
  const { names } = useReferences();
  const nodes = useDocument(({ flow }) => flow.nodes);
  const [search, setSearch] = useState('');
  const isConnect = picker.type === 'connect';
  const words = wordsOf(search);
  const items = nodes
    .filter((node) => !isConnect || (node.id !== picker.nodeId && groupOfKind(node.kind) !== 'trigger'))
    .map((node) => ({ id: node.id, kind: node.kind, ...stepText(node, names, locale, t('canvas.step.unknown')) }))
    .filter(({ title, sentence }) => words.every((word) => fold(`${title} ${sentence}`).includes(word)))
    .map(({ id, kind, title, sentence }) => ({
      id,
      title: sentence,
      text: title,
      icon: <StepIcon kind={kind} />,
    }));
  const title = t(isConnect ? 'canvas.step.connect' : 'canvas.editor.find');
  return (
    <Framed at={null} title={title} onClose={onClose}>
      <PickList
        label={title}
        placeholder={t('canvas.editor.findHint')}
        search={search}
        groups={items.length > 0 ? [{ title: t('canvas.editor.steps'), items }] : []}
        onSearch={setSearch}
        onPick={(nodeId) => {
          onClose();
          if (isConnect) actions.connect(picker.nodeId, picker.port, nodeId);
          else actions.openNode(nodeId);
        }}
      />
    </Framed>
  );
}

interface FramedProps {
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** At a point of the screen on a desktop; else, and on phones, a dialog. */
function Framed({ at, title, onClose, children }: FramedProps) {
  const { t } = useTranslation();
  const isPhone = useMediaQuery('(max-width: 47.99em)') ?? false;
  if (!at || isPhone) {
    return (
      <Modal
        opened
        onClose={onClose}
        closeButtonProps={{ 'aria-label': t('common.close') }}
        title={title}
        size="md"
        yOffset="12vh"
        centered={false}
      >
        {children}
      </Modal>
    );
  }
  return (
    <Popover
      opened
      onChange={(isOpen) => !isOpen && onClose()}
      position="bottom-start"
      width={PICKER_WIDTH}
      withRoles={false}
      hideDetached={false}
      shadow="lg"
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <span
          className="picker-anchor"
          style={{ left: Math.min(at.x, window.innerWidth - PICKER_WIDTH - 12), top: at.y }}
        />
      </Popover.Target>
      <Popover.Dropdown p={10} role="dialog" aria-label={title}>
        <FocusTrap>
          <div>{children}</div>
        </FocusTrap>
      </Popover.Dropdown>
    </Popover>
  );
}

/** What may stand at a place: triggers begin a flow, and a step without a way on can't stand between two others. */
function kindsFor(target: AddTarget): readonly NodeDefinition[] {
  if (target.type === 'free') return NODE_CATALOGUE;
  const inside = NODE_CATALOGUE.filter(({ group }) => group !== 'trigger');
  return target.type === 'port' ? inside : inside.filter(({ kind }) => kind !== 'control.stop');
}

function kindGroups(
  kinds: readonly NodeDefinition[],
  locale: Locale,
  titleOf: (group: NodeDefinition['group']) => string,
): readonly PickGroup[] {
  return GROUPS.map((group) => ({
    title: titleOf(group),
    items: kinds
      .filter((definition) => definition.group === group)
      .map(({ kind, label, help }) => ({
        id: kind,
        title: label[locale],
        text: help[locale],
        icon: <StepIcon kind={kind} />,
      })),
  })).filter(({ items }) => items.length > 0);
}
