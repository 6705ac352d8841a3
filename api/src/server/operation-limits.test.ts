import { buildSchema, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { OPERATION_LIMITS, operationLimits } from './operation-limits.ts';

const schema = buildSchema(`
  type Node { id: ID! child: Node nodes: [Node!]! list(first: Int): Node }
  type Query { node: Node }
`);

function complaints(query: string): string[] {
  return validate(schema, parse(query), [operationLimits]).map(({ message }) => message);
}

const nested = (depth: number) => `{ node ${'{ child '.repeat(depth - 1)} { id } ${'}'.repeat(depth - 1)} }`;

it('allows an operation at the limit of depth and refuses one beyond', () => {
  expect(complaints(nested(OPERATION_LIMITS.depth))).toEqual([]);
  expect(complaints(nested(OPERATION_LIMITS.depth + 1))[0]).toMatch(/nested more than/);
});

it('counts fields behind fragments', () => {
  const deep = `{ node { ...a } } fragment a on Node { child { ...b } } fragment b on Node ${'{ child '.repeat(13)} { id } ${'}'.repeat(13)}`;
  expect(complaints(deep)[0]).toMatch(/nested more than/);
});

it('ends on fragments that hold themselves', () => {
  expect(complaints('{ node { ...a } } fragment a on Node { child { ...a } }')).toEqual([]);
});

it('multiplies the sizes of lists inside each other', () => {
  const list = (inner: string) => `list(first: 100) { nodes { ${inner} } }`;
  expect(complaints(`{ node { ${list(list('id'))} } }`)).toEqual([]);
  expect(complaints(`{ node { ${list(list(list('id')))} } }`)[0]).toMatch(/smaller pages/);
});

it('ends soon on fragments that would multiply without end', () => {
  const fragments = Array.from(
    { length: 25 },
    (_, index) => `fragment f${index} on Node { a: child { ...f${index + 1} } b: child { ...f${index + 1} } }`,
  );
  const startedAt = performance.now();
  expect(complaints(`{ node { ...f0 } } ${fragments.join(' ')} fragment f25 on Node { id }`).length).toBeGreaterThan(0);
  expect(performance.now() - startedAt).toBeLessThan(500);
});
