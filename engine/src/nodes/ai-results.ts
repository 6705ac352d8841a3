import { BUILT_IN_FACTS } from '../facts/built-in-facts.ts';
import { type FactDefinition, findFact } from '../facts/fact-catalogue.ts';
import { resultFact } from './result-fact.ts';

/** What a ticket can be classified by; `ticket.<name>` is the field. */
export const CLASSIFIED_FIELDS = ['language', 'category', 'sentiment', 'priority'] as const;
export type ClassifiedField = (typeof CLASSIFIED_FIELDS)[number];

/** The results of a classification: each field by its name, and `confidence` from 0 to 1. */
export function classifiedResults(fields: readonly ClassifiedField[], nodeId: string): readonly FactDefinition[] {
  const classified = fields.map((name): FactDefinition => {
    const field = findFact(BUILT_IN_FACTS, `ticket.${name}`);
    const result = resultFact(nodeId, name, 'option');
    return field ? { ...result, label: field.label, options: field.options ?? [] } : result;
  });
  return [...classified, confidence(nodeId)];
}

/** The results of a drafted or sent answer: its `text`, and `confidence` from 0 to 1. */
export function answerResults(nodeId: string): readonly FactDefinition[] {
  const text = { ...resultFact(nodeId, 'text', 'text'), label: { en: 'suggested text', id: 'teks saran' } };
  return [text, confidence(nodeId)];
}

function confidence(nodeId: string): FactDefinition {
  const label = { en: 'confidence', id: 'tingkat keyakinan' };
  return { ...resultFact(nodeId, 'confidence', 'number'), label, range: { least: 0, most: 1 } };
}
