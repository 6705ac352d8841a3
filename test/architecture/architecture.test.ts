import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importsOf, ROOT, type SourceFile, sourceFiles } from './source-files.ts';

const engine = sourceFiles('engine');
const api = sourceFiles('api');
const designer = sourceFiles('designer');
const test = sourceFiles('test');
const all = [...engine, ...api, ...designer, ...test];

const isTest = (file: SourceFile) => /\.(test|test-support|integration\.test)\.tsx?$/.test(file.path);

/** Imports that break a rule, as `file -> import`, so that a failure names both. */
function breaking(files: readonly SourceFile[], breaks: (specifier: string, file: SourceFile) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports.filter((name) => breaks(name, file)).map((name) => `${file.path} -> ${name}`),
  );
}

describe('the import scanner', () => {
  it('sees static, type, bare, dynamic and re-exporting imports', () => {
    const text = `import a from 'a';\nimport type { B } from './b.ts';\nimport 'c';\nexport * from "d";\nconst e = await import('e');\nimport {\n  f,\n} from 'f';`;
    expect(importsOf(text).sort()).toEqual(['./b.ts', 'a', 'c', 'd', 'e', 'f']);
  });
});

describe('dependencies between packages run one way', () => {
  it('the engine imports nothing of the others and no Node', () => {
    const product = engine.filter((file) => file.path.startsWith('engine/src/') && !isTest(file));
    expect(product.length).toBeGreaterThan(20);
    expect(breaking(product, (name) => /^(api|designer|test)\//.test(name) || /^(@alur\/|node:)/.test(name))).toEqual(
      [],
    );
  });

  it('the api and the designer use only the public door of the engine, and not each other', () => {
    const outside = (name: string, own: string) =>
      (/^(engine|api|designer|test)\//.test(name) && !name.startsWith(`${own}/`)) ||
      (name.startsWith('@alur/') && name !== '@alur/engine');
    expect(
      breaking(
        api.filter((file) => file.path.startsWith('api/src/')),
        (name) => outside(name, 'api'),
      ),
    ).toEqual([]);
    expect(
      breaking(
        designer.filter((file) => file.path.startsWith('designer/src/')),
        (name) => outside(name, 'designer'),
      ),
    ).toEqual([]);
  });

  it('nothing but tests imports the test package', () => {
    expect(
      breaking(
        [...engine, ...api, ...designer].filter((file) => !isTest(file)),
        (name) => /^(test\/|@alur\/test)/.test(name),
      ),
    ).toEqual([]);
  });
});

describe('dependencies inside the engine run one way', () => {
  // flow, facts, calendar <- conditions <- nodes <- compile <- run <- simulate; routing and sla stand beside.
  const BASE = ['flow', 'facts', 'calendar'];
  const LANGUAGE = [...BASE, 'conditions', 'nodes', 'routing'];
  const ALLOWED: Record<string, readonly string[]> = {
    flow: ['flow', 'facts'],
    facts: ['flow', 'facts'],
    calendar: BASE,
    conditions: [...BASE, 'conditions'],
    routing: [...BASE, 'conditions', 'routing'],
    sla: [...BASE, 'conditions', 'sla'],
    nodes: LANGUAGE,
    compile: [...LANGUAGE, 'compile'],
    run: [...LANGUAGE, 'compile', 'run'],
    simulate: [...LANGUAGE, 'compile', 'run', 'simulate', 'sla'],
    templates: [...LANGUAGE, 'compile', 'run', 'simulate', 'templates'],
    reference: [...LANGUAGE, 'compile', 'reference'],
  };

  it('each room imports only the rooms below it', () => {
    const room = (path: string) => /^engine\/src\/([^/]+)\//.exec(path)?.[1];
    const product = engine.filter((file) => room(file.path) && !isTest(file));
    expect(
      breaking(product, (name, file) => {
        const from = room(file.path);
        const to = room(name);
        return to !== undefined && from !== undefined && !ALLOWED[from]?.includes(to);
      }),
    ).toEqual([]);
  });

  it('has no ambient time, chance or input', () => {
    const product = engine.filter((file) => file.path.startsWith('engine/src/') && !isTest(file));
    const ambient = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bsetTimeout\(|\bfetch\(|\bprocess\./;
    expect(product.filter((file) => ambient.test(file.text)).map((file) => file.path)).toEqual([]);
  });
});

describe('dependencies inside the api run from resolver to service to entity', () => {
  it('an entity imports no resolver and no service; a service imports no resolver', () => {
    const isEntity = (path: string) => path.endsWith('.entity.ts');
    const isResolver = (path: string) => path.endsWith('.resolver.ts');
    const product = api.filter((file) => file.path.startsWith('api/src/') && !isTest(file));
    const entities = product.filter((file) => isEntity(file.path));
    const services = product.filter(
      (file) => !isEntity(file.path) && !isResolver(file.path) && !file.path.startsWith('api/src/server/'),
    );
    // Words, such as the roles, are files that import nothing of the api themselves.
    const words = new Set(
      product.filter(({ imports }) => !imports.some((name) => name.startsWith('api/'))).map(({ path }) => path),
    );
    expect(breaking(entities, (name) => name.startsWith('api/') && !isEntity(name) && !words.has(name))).toEqual([]);
    expect(breaking(services, (name) => isResolver(name))).toEqual([]);
  });

  it('effects become writes in one place', () => {
    const product = api.filter((file) => file.path.startsWith('api/src/') && !isTest(file));
    const writers = product.filter((file) => /insert into run\b/i.test(file.text)).map((file) => file.path);
    expect(writers).toHaveLength(1);
    expect(writers[0]).toMatch(/^api\/src\/runs\//);
  });
});

describe('the house', () => {
  it('has the agreed top level', () => {
    const folders = readdirSync(ROOT, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .map((entry) => entry.name)
      .sort();
    expect(folders).toEqual(['api', 'designer', 'engine', 'test']);
  });

  it('has rooms named after what they are for', () => {
    const kinds = /(^|\/)(utils?|common|helpers?|types|misc|shared|services|managers)(\/|\.tsx?$)/;
    expect(all.map((file) => file.path).filter((path) => kinds.test(path))).toEqual([]);
  });

  it('never evaluates code from text', () => {
    // Spelled in parts, so that this file does not find itself.
    const banned = new RegExp(['\\bev', 'al\\(|new Func', 'tion\\(|node:', 'vm\\b'].join(''));
    expect(all.filter((file) => banned.test(file.text)).map((file) => file.path)).toEqual([]);
  });
});
