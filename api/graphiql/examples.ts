/** Operations to begin with, each in a tab of its own. They run as they are against the demo workspace. */
export const EXAMPLES: readonly string[] = [
  `# Sign in first, if you aren't: the demo's addresses and password were printed at the start.
# Then press "Re-fetch GraphQL schema" (bottom left), and open the documentation (top left).
mutation SignIn {
  signIn(input: { email: "admin@demo.example", password: "try-alur-today" }) {
    viewer { user { name role } workspace { name } }
    userErrors { code message path }
  }
}`,
  `query Board {
  viewer { user { name role } workspace { name } }
  queues { name waiting policy targets { low normal high urgent } }
  agents(first: 10) {
    totalCount
    nodes { name presence load capacity openTickets skills { skill { name } level } teams { name } }
  }
}`,
  `mutation CreateTicket {
  createTicket(
    input: {
      externalId: "example-1"
      subject: "The projector does not turn on"
      message: "It was fine yesterday. Room 12."
      contact: { name: "A visitor", email: "visitor@example.org" }
      category: "Category 24"
      priority: HIGH
    }
  ) {
    isDuplicate
    ticket { id number subject status queue { name } assignee { name } }
    userErrors { code message path }
  }
}`,
  `query Why {
  tickets(first: 5, orderBy: { field: CREATED_AT, direction: DESC }) {
    nodes {
      number
      subject
      status
      queue { name }
      assignee { name }
      why { kind at text details }
    }
  }
}`,
  `query Flows {
  flows(first: 20) {
    nodes {
      name
      state
      stopOnMatch
      liveVersion { number publishedAt note }
      draft { revision hasUnpublishedChanges issues { code severity message } }
    }
  }
}`,
  `subscription Live {
  ticketEvents {
    cursor
    events { sequence type at actorName ticket { number subject status } }
  }
}`,
];
