import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const STAND_IN = new URL('./vitest-stand-in.ts', import.meta.url).href;

/** Makes Node load test files as Vitest does: `vitest` is our stand-in, and JSON needs no attribute to be imported. */
export function serveSources(): void {
  registerHooks({
    resolve(specifier, context, next) {
      return specifier === 'vitest' && context.parentURL !== STAND_IN
        ? { url: STAND_IN, shortCircuit: true }
        : next(specifier, context);
    },
    load(url, context, next) {
      if (!url.endsWith('.json')) return next(url, context);
      return { format: 'module', source: `export default ${readFileSync(new URL(url), 'utf8')}`, shortCircuit: true };
    },
  });
}
