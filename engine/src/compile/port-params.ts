import type { FlowNode } from '../flow/flow.ts';
import type { Issue } from '../flow/issue.ts';
import { nodeDefinition } from '../nodes/node-catalogue.ts';

/** A port of a node for the text of an issue: its id, and its label in both languages. */
export function portParams(node: FlowNode | undefined, port: string): Issue['params'] {
  const ports = node && nodeDefinition(node.kind)?.ports(node.config);
  const label = ports?.find(({ id }) => id === port)?.label;
  return { port, portEn: label?.en ?? port, portId: label?.id ?? port };
}
