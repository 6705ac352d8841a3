import { BUILT_IN_FACTS } from '../facts/built-in-facts.ts';
import { findFact } from '../facts/fact-catalogue.ts';
import { type FactValue, presentValue, readFact } from '../facts/fact-value.ts';
import { foldText } from '../facts/fold-text.ts';
import type { NodeInput } from './behaviour.ts';
import { dateText } from './date-text.ts';
import { parseTemplate, type TemplatePart } from './template.ts';
import { applyFilter } from './template-filters.ts';
import { type Operand, parseLiquid, type TemplateNode, type TemplateTest } from './template-syntax.ts';

/** The longest text a template gives, in UTF-16 code units; what is beyond is cut off. */
const LONGEST_TEXT = 50_000;

type FillInput = Pick<NodeInput, 'facts' | 'timeZone'>;

/**
 * Makes a template ready to be filled in. A missing fact leaves nothing; values are never read as templates again, and
 * only own keys of the facts are read. A template that cannot be read, which `checkTemplate` refuses, has its plain
 * variables filled. Never throws. Cost: linear in the template and the values, of which it writes at most 50,000
 * characters.
 */
export function compileTemplate(template: string): (input: FillInput) => string {
  const parsed = parseLiquid(template);
  const nodes = parsed.ok ? parsed.nodes : parseTemplate(template).map(plainNode);
  return (input) => {
    const output = new Output();
    writeNodes(nodes, input, output);
    return output.text;
  };
}

class Output {
  text = '';

  get isFull(): boolean {
    return this.text.length >= LONGEST_TEXT;
  }

  write(more: string): void {
    this.text = (this.text + more.slice(0, LONGEST_TEXT)).slice(0, LONGEST_TEXT);
  }
}

function plainNode(part: TemplatePart): TemplateNode {
  if ('text' in part) return { type: 'text', text: part.text };
  return { type: 'value', value: { fact: part.fact }, filters: [] };
}

function writeNodes(nodes: readonly TemplateNode[], input: FillInput, output: Output): void {
  for (const node of nodes) {
    if (output.isFull) return;
    switch (node.type) {
      case 'text':
        output.write(node.text);
        break;
      case 'value':
        output.write(valueText(node, input));
        break;
      case 'if': {
        const branch = node.branches.find(({ test }) => test === null || holds(test, input));
        if (branch) writeNodes(branch.body, input, output);
        break;
      }
    }
  }
}

function valueText({ value, filters }: Extract<TemplateNode, { type: 'value' }>, input: FillInput): string {
  const { timeZone } = input;
  const fact = 'fact' in value ? value.fact : '';
  // Only the fact's own value is written in the fact's way; what a filter made of it is a text already.
  let write = (given: FactValue | null) => plainText(fact, given, timeZone);
  let result = shortened(read(value, input));
  for (const { name, args } of filters) {
    const changed = applyFilter(name, result, {
      args: args.map((arg) => ('fact' in arg ? read(arg, input) : arg.literal)),
      timeZone,
      write,
    });
    if (changed !== result) write = (given) => plainText('', given, timeZone);
    result = changed;
  }
  return write(result);
}

/** No more of a text than can be written, so that filters cost no more than that. */
function shortened(value: FactValue | null): FactValue | null {
  return typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value;
}

function read(operand: Operand, { facts }: FillInput): FactValue | null {
  return 'fact' in operand ? readFact(facts, operand.fact) : presentValue(operand.literal);
}

/** A value as text: instants on the workspace's wall clock, durations in hours and minutes, sets with commas. */
function plainText(fact: string, value: FactValue | null, timeZone: string): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.join(', ');
  if (typeof value !== 'number') return String(value);
  const type = findFact(BUILT_IN_FACTS, fact)?.type;
  if (type === 'instant') return dateText(value, timeZone);
  if (type !== 'duration') return String(value);
  const minutes = Math.floor(Math.abs(value) / 60_000);
  return `${value < 0 ? '-' : ''}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Texts are compared as conditions compare them; what does not fit is false. */
function holds(test: TemplateTest, input: FillInput): boolean {
  if ('first' in test) {
    const isFirst = holds(test.first, input);
    return test.type === 'and' ? isFirst && holds(test.second, input) : isFirst || holds(test.second, input);
  }
  const left = read(test.left, input);
  if (test.type === 'value') return left !== null && left !== false;
  const right = read(test.right, input);
  switch (test.type) {
    case '==':
      return isSame(left, right);
    case '!=':
      return !isSame(left, right);
    case 'contains':
      return isWithin(left, right);
    default:
      return typeof left === 'number' && typeof right === 'number' && isOrdered(test.type, left, right);
  }
}

function isSame(left: FactValue | null, right: FactValue | null): boolean {
  return typeof left === 'string' && typeof right === 'string' ? foldText(left) === foldText(right) : left === right;
}

function isWithin(whole: FactValue | null, part: FactValue | null): boolean {
  if (typeof part !== 'string' || whole === null) return false;
  const folded = foldText(part);
  if (typeof whole === 'string') return foldText(whole).includes(folded);
  return typeof whole === 'object' && whole.some((item) => foldText(item) === folded);
}

function isOrdered(comparison: '>' | '<' | '>=' | '<=', left: number, right: number): boolean {
  switch (comparison) {
    case '>':
      return left > right;
    case '<':
      return left < right;
    case '>=':
      return left >= right;
    case '<=':
      return left <= right;
  }
}
