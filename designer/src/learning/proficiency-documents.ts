import type { ProficienciesQuery } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';

export const ProficienciesDocument = graphql(`
  query Proficiencies {
    proficiencies {
      agentId classKey count meanHandling learned proficiency source skillIds language
      agent { id name }
    }
    skills { id name }
  }
`);

export const SetProficiencyDocument = graphql(`
  mutation SetProficiency($input: SetProficiencyInput!) {
    setProficiency(input: $input) { proficiency { agentId } userErrors { code message path } }
  }
`);

/** How well one person serves one class of work. */
export type ShownProficiency = ProficienciesQuery['proficiencies'][number];
