import { BUILT_IN_FACTS } from '../facts/built-in-facts.ts';
import { type FactDefinition, findFact } from '../facts/fact-catalogue.ts';
import type { Issue } from '../flow/issue.ts';
import { finding } from './finding.ts';
import { FILTER_NAMES, isFilter } from './template-filters.ts';
import { type FilterCall, type Operand, parseLiquid, type TemplateNode, type TemplateTest } from './template-syntax.ts';

/** A piece of a template: text as written, or a fact to fill in. */
export type TemplatePart = { readonly text: string } | { readonly fact: string };

type Path = readonly (string | number)[];

/** The longest template, in characters. */
export const LONGEST_TEMPLATE = 10_000;

const VARIABLE = /\{\{\s*([^\s{}|]+)\s*\}\}/g;

/**
 * Splits a template at its plain `{{ fact }}` variables. Anything else in it is text: values with filters, `if`, braces
 * that name no fact. Linear in the template.
 */
export function parseTemplate(template: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of template.matchAll(VARIABLE)) {
    if (match.index > end) parts.push({ text: template.slice(end, match.index) });
    parts.push({ fact: match[1] ?? '' });
    end = match.index + match[0].length;
  }
  if (end < template.length) parts.push({ text: template.slice(end) });
  return parts;
}

/**
 * What is wrong with a template for people: unfilled (MISSING_CONFIG), a variable the workspace lacks (UNKNOWN_FACT), a
 * written fact that holds an id no reader could use (TYPE_MISMATCH), an instant nobody could read without the filter
 * `date`, an unknown filter, or what cannot be read at all (INVALID_VALUE).
 */
export function checkTemplate(template: string, path: Path, catalogue: readonly FactDefinition[]): readonly Issue[] {
  if (template.trim() === '') return [finding('MISSING_CONFIG', path)];
  const parsed = parseLiquid(template);
  if (!parsed.ok) return [finding('INVALID_VALUE', path, { expected: '{{ fact }}', value: parsed.problem })];
  const unknown = [...new Set(factsOf(parsed.nodes))].filter((fact) => !findFact(catalogue, fact));
  return [
    ...unknown.map((fact) => finding('UNKNOWN_FACT', path, { fact })),
    ...written(parsed.nodes).flatMap((value) => checkWritten(value, path, catalogue)),
  ];
}

/** What is wrong with the variables of a text, for machines too: UNKNOWN_FACT, INVALID_VALUE. */
export function checkVariables(template: string, path: Path, catalogue: readonly FactDefinition[]): readonly Issue[] {
  return parseTemplate(template).flatMap((part) => {
    if ('text' in part) {
      return part.text.includes('{{') ? [finding('INVALID_VALUE', path, { expected: '{{ fact }}' })] : [];
    }
    return findFact(catalogue, part.fact) ? [] : [finding('UNKNOWN_FACT', path, { fact: part.fact })];
  });
}

/** The facts a template reads, each once, in the order they come; none where it cannot be read. */
export function templateFacts(template: string): readonly string[] {
  const parsed = parseLiquid(template);
  return parsed.ok ? [...new Set(factsOf(parsed.nodes))] : [];
}

/** A template in a sentence: in quotes, or a gap where it is still empty. */
export function quotedTemplate(template: string): string {
  return template.trim() ? `“${template.trim()}”` : '…';
}

type WrittenValue = Extract<TemplateNode, { readonly type: 'value' }>;

function checkWritten({ value, filters }: WrittenValue, path: Path, catalogue: readonly FactDefinition[]): Issue[] {
  const issues = filters
    .filter(({ name }) => !isFilter(name))
    .map(({ name }) =>
      finding('INVALID_VALUE', path, { expected: 'filter', value: name, known: FILTER_NAMES.join(', ') }),
    );
  const definition = 'fact' in value ? findFact(catalogue, value.fact) : undefined;
  if (!definition) return issues;
  const { fact, type } = definition;
  if (type === 'reference') issues.push(finding('TYPE_MISMATCH', path, { fact, type }));
  const isBare = type === 'instant' && !filters.some(({ name }) => name === 'date');
  if (isBare && !findFact(BUILT_IN_FACTS, fact))
    issues.push(finding('INVALID_VALUE', path, { expected: 'dateFilter', fact }));
  return issues;
}

function written(nodes: readonly TemplateNode[]): readonly WrittenValue[] {
  return nodes.flatMap((node) => {
    if (node.type === 'if') return node.branches.flatMap(({ body }) => written(body));
    return node.type === 'value' ? [node] : [];
  });
}

function factsOf(nodes: readonly TemplateNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [];
    if (node.type === 'value') {
      return [...factOf(node.value), ...node.filters.flatMap(({ args }: FilterCall) => args.flatMap(factOf))];
    }
    return node.branches.flatMap(({ test, body }) => [...(test ? factsOfTest(test) : []), ...factsOf(body)]);
  });
}

function factsOfTest(test: TemplateTest): readonly string[] {
  if ('first' in test) return [...factsOfTest(test.first), ...factsOfTest(test.second)];
  return [...factOf(test.left), ...('right' in test ? factOf(test.right) : [])];
}

function factOf(operand: Operand): readonly string[] {
  return 'fact' in operand ? [operand.fact] : [];
}
