import { factCatalogue } from '../facts/fact-catalogue.ts';
import type { Names } from '../facts/names.ts';
import { valueText } from '../facts/value-text.ts';
import { workspace } from '../flow/workspace.test-support.ts';

const catalogue = factCatalogue(workspace);
const REFERENCES: Readonly<Record<string, string>> = { gold: 'Gold', office: 'Office hours' };

/** How tests of sentences call things. */
export const namesFor: Names = {
  fact: (fact) => fact,
  value: (fact, value, locale) =>
    valueText(
      catalogue.find((definition) => definition.fact === fact),
      value,
      locale,
    ),
  reference: (_kind, id) => REFERENCES[id] ?? id,
  node: (nodeId) => nodeId,
};
