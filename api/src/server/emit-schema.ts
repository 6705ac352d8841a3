import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { printSchema } from 'graphql';
import { buildGraphqlSchema } from './graphql-schema.ts';

/** Writes the file api and designer meet in. Runs from `dist/`. */
const path = resolve(import.meta.dirname, '..', 'schema.graphql');
writeFileSync(path, `${printSchema(buildGraphqlSchema())}\n`);
console.log(`Wrote ${path}`);
