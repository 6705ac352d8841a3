import { graphql } from '../graph/generated/index.ts';

export const SlaPoliciesDocument = graphql(`
  query SlaPolicies {
    slaPolicies { ...SlaPolicyFields }
  }

  fragment SlaPolicyFields on SlaPolicy {
    id name position condition
    targets { metric low normal high urgent calendarId }
  }
`);

export const CreateSlaPolicyDocument = graphql(`
  mutation CreateSlaPolicy($input: CreateSlaPolicyInput!) {
    createSlaPolicy(input: $input) { slaPolicy { ...SlaPolicyFields } userErrors { code message path } }
  }
`);

export const UpdateSlaPolicyDocument = graphql(`
  mutation UpdateSlaPolicy($input: UpdateSlaPolicyInput!) {
    updateSlaPolicy(input: $input) { slaPolicy { ...SlaPolicyFields } userErrors { code message path } }
  }
`);

export const DeleteSlaPolicyDocument = graphql(`
  mutation DeleteSlaPolicy($input: SlaPolicyIdInput!) {
    deleteSlaPolicy(input: $input) { deletedId userErrors { code message path } }
  }
`);

/** The newest tickets with what a condition may ask of them. */
export const TicketFactsDocument = graphql(`
  query TicketFacts($first: Int!) {
    tickets(first: $first) {
      nodes { id number subject facts }
      totalCount
    }
  }
`);
