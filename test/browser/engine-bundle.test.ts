import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type BuildResult, build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workspace } from '../../engine/src/flow/workspace.test-support.ts';
import { ROOT } from '../architecture/source-files.ts';
import { launchChromium } from './chromium.ts';

/** Where the script leaves its exports, in Node as in the page. */
declare const engineTraces: typeof import('./engine-traces.ts');

const LARGEST_BYTES = 160_000;

/** With a global name, a script that leaves what it exports there; else a module. */
async function bundle(entry: string, globalName?: string) {
  return build({
    entryPoints: [join(ROOT, entry)],
    bundle: true,
    minify: true,
    format: globalName ? 'iife' : 'esm',
    ...(globalName && { globalName, footer: { js: `globalThis.${globalName}=${globalName};` } }),
    target: 'es2023',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    metafile: true,
  });
}

/** The largest parts of a bundle: the rooms of the engine and the packages it needs. */
function largestParts({ metafile }: BuildResult<{ metafile: true }>): string {
  const parts = new Map<string, number>();
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const name = /.*node_modules\/([^/]+)/.exec(path)?.[1] ?? /engine\/src\/[^/]+/.exec(path)?.[0] ?? path;
      parts.set(name, (parts.get(name) ?? 0) + bytesInOutput);
    }
  }
  const sorted = [...parts].sort(([, a], [, b]) => b - a).slice(0, 8);
  return sorted.map(([name, bytes]) => `${name} ${Math.round(bytes / 1000)} kB`).join(', ');
}

describe("the engine's bundle", () => {
  it('is under 160 kB gzipped, with all it needs', async () => {
    const built = await bundle('engine/src/index.ts');
    const text = built.outputFiles[0]?.contents ?? new Uint8Array();
    const bytes = gzipSync(text, { level: 9 }).byteLength;
    console.log(`The engine is ${bytes} bytes gzipped, ${text.byteLength} before; most takes ${largestParts(built)}`);
    expect(text.byteLength).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(LARGEST_BYTES);
  });

  describe('in Chromium', () => {
    const folder = mkdtempSync(join(tmpdir(), 'alur-engine-'));
    const file = join(folder, 'engine-traces.mjs');
    const golden = readdirSync(join(ROOT, 'engine', 'golden'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.flow.json'))
      .sort()
      .map((path): unknown => JSON.parse(readFileSync(join(ROOT, 'engine', 'golden', path), 'utf8')));

    beforeAll(async () => {
      const built = await bundle('test/browser/engine-traces.ts', 'engineTraces');
      writeFileSync(file, built.outputFiles[0]?.contents ?? '');
    });

    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('says of golden and random flows, byte for byte, what it says in Node', async () => {
      await import(pathToFileURL(file).href);
      const inNode = engineTraces.traces(golden, workspace);
      const browser = await launchChromium();
      try {
        const page = await browser.newPage();
        await page.addScriptTag({ path: file });
        const inChromium = await page.evaluate(({ flows, references }) => engineTraces.traces(flows, references), {
          flows: golden,
          references: workspace,
        });
        expect(golden.length).toBeGreaterThan(1);
        expect(inNode.split('\n').length).toBeGreaterThan(600);
        expect(inNode).toContain('"acted":true');
        expect(inChromium).toBe(inNode);
      } finally {
        await browser.close();
      }
    });
  });
});
