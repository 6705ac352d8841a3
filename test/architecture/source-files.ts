import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

const SKIPPED = new Set(['node_modules', 'dist', 'generated', '.git', '.alur', '.cache', 'results', 'mutants']);

/** A source file: its path from the top of the repository, its text, and what it imports. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Specifiers as written; relative ones resolved to a path from the top. */
  readonly imports: readonly string[];
}

/** Every .ts and .tsx file below a folder of the repository. */
export function sourceFiles(folder: string): SourceFile[] {
  return walk(join(ROOT, folder)).map((file) => {
    const text = readFileSync(file, 'utf8');
    return { path: relative(ROOT, file), text, imports: importsOf(text).map((name) => resolveImport(file, name)) };
  });
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return walk(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;

/** The specifiers of static, dynamic and bare imports and of re-exports, in order. */
export function importsOf(text: string): string[] {
  return [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function resolveImport(file: string, name: string): string {
  return name.startsWith('.') ? relative(ROOT, resolve(dirname(file), name)) : name;
}
