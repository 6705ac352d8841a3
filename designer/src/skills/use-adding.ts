import { graphql } from '../graph/generated/index.ts';
import { refusalText } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';

const AddSkillDocument = graphql(`
  mutation AddSkill($input: CreateSkillInput!) {
    createSkill(input: $input) { skill { id name } userErrors { code message path } }
  }
`);

const AddAgentDocument = graphql(`
  mutation AddAgent($input: CreateAgentInput!) {
    createAgent(input: $input) { agent { id name } userErrors { code message path } }
  }
`);

/** What came of adding something by its name: nothing to say, or why not. */
export type Added = { readonly isAdded: true } | { readonly isAdded: false; readonly problem: string | undefined };

/** Adds a skill or a person by name alone. */
export function useAdding({ onSkill, onAgent }: { readonly onSkill: () => void; readonly onAgent: () => void }) {
  const [createSkill] = useAction(AddSkillDocument);
  const [createAgent] = useAction(AddAgentDocument);
  const told = (userErrors: readonly { code: string; message: string }[] | undefined, then: () => void): Added => {
    const [first] = userErrors ?? [];
    if (!userErrors || first) return { isAdded: false, problem: first && refusalText(first) };
    then();
    return { isAdded: true };
  };
  return {
    addSkill: async (name: string) =>
      told((await createSkill({ variables: { input: { name } } })).data?.createSkill.userErrors, onSkill),
    addAgent: async (name: string) =>
      told((await createAgent({ variables: { input: { name } } })).data?.createAgent.userErrors, onAgent),
  };
}
