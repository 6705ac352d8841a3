import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type GraphQLSchema, isEnumType, isInputObjectType, isObjectType, printSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { PUBLIC_FIELDS } from './authorize.ts';
import { buildGraphqlSchema } from './graphql-schema.ts';

describe('the schema', () => {
  let schema: GraphQLSchema;
  beforeAll(() => {
    schema = buildGraphqlSchema();
  });

  it('is the one in api/schema.graphql; `pnpm --filter @alur/api schema` writes it anew', () => {
    const written = readFileSync(resolve(import.meta.dirname, '../../schema.graphql'), 'utf8');
    expect(written).toBe(`${printSchema(schema)}\n`);
  });

  it('describes every type, field, argument and value', () => {
    const silent: string[] = [];
    const note = (path: string, { description }: { description?: string | null | undefined }) => {
      if (!description?.trim()) silent.push(path);
    };
    const roots = ['Query', 'Mutation', 'Subscription'];
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith('__')) continue;
      if (!roots.includes(type.name)) note(type.name, type);
      if (isEnumType(type)) for (const value of type.getValues()) note(`${type.name}.${value.name}`, value);
      if (!isObjectType(type) && !isInputObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        note(`${type.name}.${field.name}`, field);
        if ('args' in field) for (const arg of field.args) note(`${type.name}.${field.name}(${arg.name})`, arg);
      }
    }
    expect(silent).toEqual([]);
  });

  it('declares on every root field who may use it, save on those that open and close sessions', () => {
    const { queries, mutations, subscriptions } = getMetadataStorage();
    const open = [
      ...queries.map((field) => ({ ...field, root: 'Query' })),
      ...mutations.map((field) => ({ ...field, root: 'Mutation' })),
      ...subscriptions.map((field) => ({ ...field, root: 'Subscription' })),
    ].filter(({ roles }) => roles === undefined);
    expect(open.map(({ root, schemaName }) => `${root}.${schemaName}`).sort()).toEqual([...PUBLIC_FIELDS].sort());
  });
});
