/**
 * Writes typed GraphQL documents to `src/graph/generated/` from `../api/schema.graphql` and every `graphql(...)` call
 * under `src/`. With `--check` nothing is written; a difference ends with exit code 1.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { buildSchema, parse } from 'graphql';

const HERE = import.meta.dirname;
const SOURCE_DIR = join(HERE, 'src');
const OUTPUT_DIR = `${join(SOURCE_DIR, 'graph', 'generated')}/`;
const DOCUMENT_CALL = /\bgraphql\(\s*(?:\/\*\s*GraphQL\s*\*\/\s*)?`([^`]*)`/g;

function sourceFiles(): string[] {
  return readdirSync(SOURCE_DIR, { recursive: true, encoding: 'utf8' })
    .map((path) => join(SOURCE_DIR, path))
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith(OUTPUT_DIR) && !path.includes('.test.'))
    .sort();
}

function documentsOf(path: string) {
  const location = relative(HERE, path).split(sep).join('/');
  return [...readFileSync(path, 'utf8').matchAll(DOCUMENT_CALL)].map(([, text]) => ({
    location,
    rawSDL: text ?? '',
    document: parse(text ?? ''),
  }));
}

async function generate(): Promise<{ filename: string; content: string }[]> {
  const sdl = readFileSync(join(HERE, '..', 'api', 'schema.graphql'), 'utf8');
  const documents = sourceFiles().flatMap(documentsOf);
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: OUTPUT_DIR,
    schema: parse(sdl),
    schemaAst: buildSchema(sdl),
    documents,
    plugins: [],
    pluginMap: {},
    config: {
      scalars: { DateTime: 'string', Duration: 'string', JSON: 'unknown' },
      useTypeImports: true,
      strictScalars: true,
      enumType: 'string-literal',
      importExtension: '.ts',
      emitLegacyCommonJSImports: false,
      skipTypename: true,
    },
    presetConfig: { fragmentMasking: false },
  });
  return Promise.all(
    sections.map(async (section) => ({
      filename: section.filename,
      content: `${(await codegen(section)).trimEnd()}\n`,
    })),
  );
}

function storedText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

const isCheck = process.argv.includes('--check');
const changed = (await generate()).filter(({ filename, content }) => storedText(filename) !== content);
if (isCheck && changed.length > 0) {
  console.error(`Out of date: ${changed.map(({ filename }) => relative(HERE, filename)).join(', ')}`);
  console.error('Run: pnpm --filter @alur/designer codegen');
  process.exitCode = 1;
} else if (!isCheck) {
  mkdirSync(OUTPUT_DIR, { recursive: true });
  for (const { filename, content } of changed) writeFileSync(filename, content);
}
