import { ActionIcon, Tooltip } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import {
  IconArrowAutofitDown,
  IconArrowAutofitRight,
  IconFocusCentered,
  IconLayoutGrid,
  IconMinus,
  IconPlus,
  IconSparkles,
} from '@tabler/icons-react';
import { Panel, useReactFlow } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor, useView } from '../editor/editor-context.ts';
import { FIT } from './use-opening.ts';

/** Zoom, fit, tidy, the way the flow runs, and whether the canvas arranges itself. */
export function CanvasControls() {
  const { t } = useTranslation();
  const { view, actions, isReadOnly } = useEditor();
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const direction = useView((state) => state.direction);
  const isFree = useView((state) => state.isFree);
  const duration = useReducedMotion() ? 0 : 200;
  const tidy = async () => {
    await actions.tidy();
    setTimeout(() => void fitView({ ...FIT, duration }), 60);
  };
  return (
    <Panel position="bottom-right" className="surface-controls">
      <Control label={t('canvas.editor.zoomOut')} onPress={() => void zoomOut({ duration })}>
        <IconMinus size={16} />
      </Control>
      <Control label={t('canvas.editor.zoomIn')} onPress={() => void zoomIn({ duration })}>
        <IconPlus size={16} />
      </Control>
      <Control label={t('canvas.editor.fit')} onPress={() => void fitView({ ...FIT, duration })}>
        <IconFocusCentered size={16} />
      </Control>
      <Control
        label={t(direction === 'right' ? 'canvas.editor.runDown' : 'canvas.editor.runRight')}
        onPress={() => {
          view.setState({ direction: direction === 'right' ? 'down' : 'right' });
          void tidy();
        }}
      >
        {direction === 'right' ? <IconArrowAutofitDown size={16} /> : <IconArrowAutofitRight size={16} />}
      </Control>
      {!isReadOnly && (
        <>
          <Control label={t('canvas.editor.tidy')} onPress={() => void tidy()}>
            <IconSparkles size={16} />
          </Control>
          <Control
            label={t('canvas.editor.selfArranged')}
            isPressed={!isFree}
            onPress={() => {
              view.setState({ isFree: !isFree });
              if (isFree) void tidy();
            }}
          >
            <IconLayoutGrid size={16} />
          </Control>
        </>
      )}
    </Panel>
  );
}

interface ControlProps {
  readonly label: string;
  readonly isPressed?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Control({ label, isPressed, onPress, children }: ControlProps) {
  return (
    <Tooltip label={label} position="top">
      <ActionIcon
        variant={isPressed ? 'light' : 'default'}
        size={32}
        aria-label={label}
        onClick={onPress}
        {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
