import { type FlowNode, type NodeDefinition, nodeDefinition, type Port, type Position } from '@alur/engine';
import { newCase } from '../table/switch-cases.ts';
import { newId } from './new-id.ts';

/** A new node of a kind with what it starts with; a switch starts with one case to fill in. */
export function newStep(definition: NodeDefinition, position: Position): FlowNode {
  const config =
    definition.kind === 'filter.switch'
      ? { ...definition.defaultConfig, cases: [newCase(newId())] }
      : structuredClone(definition.defaultConfig);
  return { id: newId(), kind: definition.kind, position, config };
}

/** The ports of a node in the order drawn; none for a kind the catalogue doesn't have. */
export function portsOf(node: FlowNode): readonly Port[] {
  return nodeDefinition(node.kind)?.ports(node.config) ?? [];
}

/** Whether several edges may leave a node by this port. */
export function fansOut(node: FlowNode | undefined, port: string): boolean {
  return node !== undefined && portsOf(node).some(({ id, fansOut: isFan }) => id === port && isFan === true);
}

export function portIdsOf(node: FlowNode): readonly string[] {
  return portsOf(node).map(({ id }) => id);
}
