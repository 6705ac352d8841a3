import type { FlowNode, Port } from '@alur/engine';
import { Handle, Position } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { portsOf } from '../edit/new-step.ts';
import { useDocument, useEditor, useView } from '../editor/editor-context.ts';
import { useLocale } from '../references/use-locale.ts';
import { AddButton } from './AddButton.tsx';

/** The ways out of a node, each with its handle; an open one has a + that adds the next step. */
export function StepPorts({ step }: { readonly step: FlowNode }) {
  const ports = portsOf(step);
  const [only] = ports;
  if (!only) return null;
  if (ports.length === 1) {
    return (
      <div className="step-port-only">
        <PortHandle nodeId={step.id} port={only} />
      </div>
    );
  }
  return (
    <ul className="step-ports">
      {ports.map((port) => (
        <li key={port.id} className="step-port">
          <PortLabel port={port} />
          <PortHandle nodeId={step.id} port={port} />
        </li>
      ))}
    </ul>
  );
}

function PortLabel({ port }: { readonly port: Port }) {
  const locale = useLocale();
  return (
    <span className="step-port-label" title={port.label[locale]}>
      {port.label[locale]}
    </span>
  );
}

function PortHandle({ nodeId, port }: { readonly nodeId: string; readonly port: Port }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { view, isReadOnly } = useEditor();
  const direction = useView((state) => state.direction);
  const isOpen = useDocument(
    ({ flow }) => !flow.edges.some(({ from }) => from.node === nodeId && from.port === port.id),
  );
  return (
    <>
      <Handle
        type="source"
        id={port.id}
        position={direction === 'right' ? Position.Right : Position.Bottom}
        className="step-out"
        data-required={(port.isRequired && isOpen) || undefined}
        isConnectable={!isReadOnly}
      />
      {(isOpen || port.fansOut) && !isReadOnly && (
        <AddButton
          className="step-add nodrag nopan"
          label={t('canvas.step.addAfter', { port: port.label[locale] })}
          testId={`add-${port.id}`}
          onPress={(at) =>
            view.setState({ picker: { type: 'add', target: { type: 'port', nodeId, port: port.id }, at } })
          }
        />
      )}
    </>
  );
}
