import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** Gives ids for arguments and input fields, by name; undefined for a made-up one. */
export type IdFor = (name: string, field: string) => string | undefined;

/** An id that nothing has. */
export const NOBODYS_ID = '00000000-0000-7000-8000-000000000000';

const SMALL_PAGE = '2';

/** An operation that uses one root field: least arguments that pass GraphQL's own checks, all leaves three levels down. */
export function exampleOperation(
  root: 'query' | 'mutation' | 'subscription',
  field: GraphQLField<unknown, unknown>,
  idFor: IdFor = () => undefined,
): string {
  const args = field.args
    .map((arg) => [arg.name, exampleArgument(arg, field.name, idFor)] as const)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${value}`);
  return `${root} { ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${selection(field.type, 3)} }`;
}

function exampleArgument(arg: GraphQLArgument, field: string, idFor: IdFor): string | null {
  if (arg.name === 'first') return SMALL_PAGE;
  return isNonNullType(arg.type) ? exampleValue(arg.type, arg.name, field, idFor) : null;
}

function exampleValue(type: GraphQLInputType, name: string, field: string, idFor: IdFor): string {
  const inner = getNullableType(type);
  if (isListType(inner)) return `[${exampleValue(inner.ofType, name, field, idFor)}]`;
  if (isEnumType(inner)) return inner.getValues()[0]?.name ?? '';
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields())
      .filter((each) => isNonNullType(each.type) || idFor(each.name, field) !== undefined)
      .map((each) => `${each.name}: ${exampleValue(each.type, each.name, field, idFor)}`);
    return `{ ${fields.join(', ')} }`;
  }
  switch (getNamedType(inner).name) {
    case 'ID':
      return JSON.stringify(idFor(name, field) ?? NOBODYS_ID);
    case 'Int':
    case 'Float':
      return '1';
    case 'Boolean':
      return 'false';
    case 'JSON':
      return '{}';
    case 'DateTime':
      return '"2030-01-01T00:00:00Z"';
    case 'Duration':
      return '"PT1H"';
    default:
      return '"example"';
  }
}

function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named) || !isObjectType(named)) return '';
  const fields = Object.values(named.getFields())
    .filter((field) => !field.args.some((arg) => isNonNullType(arg.type)))
    .filter((field) => isLeafType(getNamedType(field.type)) || depth > 0)
    .map((field) => {
      if (isLeafType(getNamedType(field.type))) return field.name;
      const inner = selection(field.type, depth - 1);
      const page = field.args.some(({ name }) => name === 'first') ? `(first: ${SMALL_PAGE})` : '';
      return inner === '' ? '' : `${field.name}${page}${inner}`;
    })
    .filter((text) => text !== '');
  return fields.length > 0 ? ` { ${fields.join(' ')} }` : ' { __typename }';
}
