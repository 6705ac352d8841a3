import { expect, it } from 'vitest';
import { choose, drawn } from './drawn-flow.test-support.ts';
import { portParams } from './port-params.ts';

it('a port is called by its label in both languages, and by its id where it has none', () => {
  const [switching] = drawn([choose('c', ['contact.isVip', 'is', true])]).nodes;
  expect(portParams(switching, 'otherwise')).toEqual({ port: 'otherwise', portEn: 'Otherwise', portId: 'Selain itu' });
  const unnamed = { port: 'x', portEn: 'x', portId: 'x' };
  const [unknown] = drawn([['n', 'action.gone']]).nodes;
  for (const node of [switching, unknown, undefined]) expect(portParams(node, 'x')).toEqual(unnamed);
});
