import type { FlowNode } from '@alur/engine';
import { Menu } from '@mantine/core';
import { IconCopy, IconDots, IconPlugConnected, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { portsOf } from '../edit/new-step.ts';
import { useEditor } from '../editor/editor-context.ts';
import { useLocale } from '../references/use-locale.ts';

interface StepMenuProps {
  readonly step: FlowNode;
  /** By keyboard the menu is reached from the selected step only, so that Tab goes from step to step. */
  readonly isReachable: boolean;
}

/** What can be done with a step. Of hundreds on a canvas one menu is open at most, so the others are only a button. */
export function StepMenu({ step, isReachable }: StepMenuProps) {
  const { t } = useTranslation();
  const { isReadOnly } = useEditor();
  const [isOpen, setIsOpen] = useState(false);
  const ref = useRef<HTMLButtonElement>(null);
  if (isReadOnly) return null;
  const close = () => {
    setIsOpen(false);
    ref.current?.focus();
  };
  return (
    <>
      <button
        ref={ref}
        type="button"
        className="step-menu nodrag"
        aria-label={t('canvas.step.menu')}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        tabIndex={isReachable ? 0 : -1}
        onClick={(event) => {
          event.stopPropagation();
          setIsOpen(true);
        }}
      >
        <IconDots size={15} aria-hidden />
      </button>
      {isOpen && <OpenMenu step={step} onClose={close} />}
    </>
  );
}

function OpenMenu({ step, onClose }: { readonly step: FlowNode; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { actions, view } = useEditor();
  const ports = portsOf(step);
  return (
    <Menu opened onClose={onClose} position="bottom-end" withinPortal>
      <Menu.Target>
        <span className="step-menu-anchor" />
      </Menu.Target>
      <Menu.Dropdown aria-label={t('canvas.step.menu')}>
        {ports.map((port) => (
          <Menu.Item
            key={port.id}
            leftSection={<IconPlugConnected size={14} />}
            onClick={() => view.setState({ picker: { type: 'connect', nodeId: step.id, port: port.id } })}
          >
            {ports.length === 1 ? t('canvas.step.connect') : t('canvas.step.connectPort', { port: port.label[locale] })}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconCopy size={14} />} onClick={() => actions.duplicate(new Set([step.id]))}>
          {t('canvas.step.duplicate')}
        </Menu.Item>
        <Menu.Item
          className="danger"
          leftSection={<IconTrash size={14} />}
          onClick={() => actions.deleteParts([step.id], [])}
        >
          {t('canvas.step.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
