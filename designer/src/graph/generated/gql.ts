/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer { user { id locale } }\n      userErrors { code message path }\n    }\n  }\n": typeof types.SignInDocument,
    "\n  query Viewer {\n    viewer {\n      user { id email name role locale agent { id name presence statusId } }\n      workspace { id slug name timeZone isDemo }\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  mutation StartReplay($input: StartReplayInput!) {\n    startReplay(input: $input) { replay { isRunning } userErrors { code message path } }\n  }\n": typeof types.StartReplayDocument,
    "\n  mutation StopReplay {\n    stopReplay { replay { isRunning } userErrors { code message path } }\n  }\n": typeof types.StopReplayDocument,
    "\n  subscription Assignments($after: String) {\n    ticketEvents(where: { types: [\"assigned\"] }, after: $after) {\n      cursor\n      events { id sequence at ticket { id number subject assignee { id name } } }\n    }\n  }\n": typeof types.AssignmentsDocument,
    "\n  subscription QueueMetrics {\n    queueMetrics {\n      sequence\n      at\n      unassigned\n      open\n      queues {\n        queue { id name limit isFallback }\n        waiting inProgress longestWaitingSince atRisk breached arrivals assigned\n      }\n      agents {\n        agent { id name }\n        presence load capacity openTickets idleSince\n      }\n      arrivals { at arrived assigned solved }\n      replay { isRunning speed fed total clock startedAt }\n    }\n  }\n": typeof types.QueueMetricsDocument,
    "\n  query Calendars {\n    calendars { ...CalendarFields }\n  }\n": typeof types.CalendarsDocument,
    "\n  fragment CalendarFields on Calendar {\n    id name isDefault timeZone\n    weekly { weekday from to }\n    holidays { date name }\n    exceptions { date intervals { from to } }\n  }\n": typeof types.CalendarFieldsFragmentDoc,
    "\n  mutation CreateCalendar($input: CreateCalendarInput!) {\n    createCalendar(input: $input) { calendar { ...CalendarFields } userErrors { code message path } }\n  }\n": typeof types.CreateCalendarDocument,
    "\n  mutation UpdateCalendar($input: UpdateCalendarInput!) {\n    updateCalendar(input: $input) { calendar { ...CalendarFields } userErrors { code message path } }\n  }\n": typeof types.UpdateCalendarDocument,
    "\n  mutation DeleteCalendar($input: CalendarIdInput!) {\n    deleteCalendar(input: $input) { deletedId userErrors { code message path } }\n  }\n": typeof types.DeleteCalendarDocument,
    "\n  mutation ImportHolidays($input: ImportHolidaysInput!) {\n    importHolidays(input: $input) { calendar { ...CalendarFields } added userErrors { code message path } }\n  }\n": typeof types.ImportHolidaysDocument,
    "\n  mutation ImportFlow($input: ImportFlowInput!) {\n    importFlow(input: $input) {\n      flow { ...FlowRow }\n      outcome\n      missing { kind name }\n      userErrors { code message path }\n    }\n  }\n": typeof types.ImportFlowDocument,
    "\n  query Flows($after: String) {\n    flows(first: 100, after: $after) { nodes { ...FlowRow } pageInfo { hasNextPage endCursor } totalCount }\n  }\n\n  fragment FlowRow on Flow {\n    id name position stopOnMatch state updatedAt\n    liveVersion { id number publishedAt }\n    draft { revision savedAt hasUnpublishedChanges savedBy { id name } }\n  }\n": typeof types.FlowsDocument,
    "\n  query ExportedFlow($id: ID!) {\n    flow(id: $id) { id exported }\n  }\n": typeof types.ExportedFlowDocument,
    "\n  query Flow($id: ID!) {\n    flow(id: $id) {\n      ...FlowRow\n      draft { document }\n      liveVersion { document }\n    }\n  }\n": typeof types.FlowDocument,
    "\n  query References {\n    references {\n      queues teams agents skills channels customFields contactAttributes\n      calendars credentials slaPolicies flows categories tags\n    }\n  }\n": typeof types.ReferencesDocument,
    "\n  query FlowVersions($id: ID!, $after: String) {\n    flow(id: $id) {\n      id\n      versions(first: 50, after: $after) {\n        edges {\n          cursor\n          node {\n            id number note publishedAt isLive\n            publishedBy { id name }\n            rolledBackFrom { id number }\n          }\n        }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": typeof types.FlowVersionsDocument,
    "\n  query FlowVersion($id: ID!, $after: String) {\n    flow(id: $id) {\n      id\n      versions(first: 1, after: $after) { nodes { id number note publishedAt isLive document } }\n    }\n  }\n": typeof types.FlowVersionDocument,
    "\n  query Run($id: ID!) {\n    run(id: $id) {\n      ...RunPart\n      acted continuesId continuationIds startedById\n      ticket { id number subject }\n      flow { id }\n      version { id number document }\n    }\n  }\n\n  fragment RunPart on Run {\n    id at eventType outcome steps edgeIds waitsUntil waitsAt\n  }\n": typeof types.RunDocument,
    "\n  query RunPart($id: ID!) {\n    run(id: $id) { ...RunPart }\n  }\n": typeof types.RunPartDocument,
    "\n  query StartingRun($id: ID!) {\n    run(id: $id) { id flow { id name } }\n  }\n": typeof types.StartingRunDocument,
    "\n  mutation CancelRun($input: CancelRunInput!) {\n    cancelRun(input: $input) {\n      run { ...RunPart continuationIds }\n      userErrors { code message path }\n    }\n  }\n": typeof types.CancelRunDocument,
    "\n  query TryTickets($search: String) {\n    tickets(first: 15, search: $search, orderBy: { field: CREATED_AT, direction: DESC }) {\n      nodes { id number subject category priority createdAt }\n    }\n  }\n": typeof types.TryTicketsDocument,
    "\n  query TryTicketFacts($id: ID!) {\n    ticket(id: $id) { id number subject facts }\n  }\n": typeof types.TryTicketFactsDocument,
    "\n  mutation CreateFlow($input: CreateFlowInput!) {\n    createFlow(input: $input) { flow { ...FlowRow } userErrors { code message path } }\n  }\n": typeof types.CreateFlowDocument,
    "\n  mutation UpdateFlow($input: UpdateFlowInput!) {\n    updateFlow(input: $input) { flow { ...FlowRow } userErrors { code message path } }\n  }\n": typeof types.UpdateFlowDocument,
    "\n  mutation MoveFlow($input: MoveFlowInput!) {\n    moveFlow(input: $input) { flow { ...FlowRow } userErrors { code message path } }\n  }\n": typeof types.MoveFlowDocument,
    "\n  mutation SaveDraft($input: SaveDraftInput!) {\n    saveDraft(input: $input) {\n      draft { revision savedAt hasUnpublishedChanges }\n      current { document revision savedAt savedBy { id name } }\n      userErrors { code message path }\n    }\n  }\n": typeof types.SaveDraftDocument,
    "\n  query FlowCheck($flowId: ID!, $document: JSON!, $locale: Locale!) {\n    flowCheck(flowId: $flowId, document: $document, locale: $locale) {\n      code severity flowId otherFlowId nodeId message\n    }\n  }\n": typeof types.FlowCheckDocument,
    "\n  mutation PublishFlow($input: PublishFlowInput!) {\n    publishFlow(input: $input) {\n      flow { ...FlowRow liveVersion { document } }\n      version { id number }\n      issues { code severity nodeId otherFlowId message }\n      userErrors { code message path }\n    }\n  }\n": typeof types.PublishFlowDocument,
    "\n  mutation RollBackFlow($input: RollBackFlowInput!) {\n    rollBackFlow(input: $input) {\n      flow { ...FlowRow liveVersion { document } }\n      version { id number }\n      issues { code severity nodeId otherFlowId message }\n      userErrors { code message path }\n    }\n  }\n": typeof types.RollBackFlowDocument,
    "\n  mutation TurnOffFlow($input: FlowIdInput!) {\n    turnOffFlow(input: $input) { flow { ...FlowRow } userErrors { code message path } }\n  }\n": typeof types.TurnOffFlowDocument,
    "\n  mutation DeleteFlow($input: FlowIdInput!) {\n    deleteFlow(input: $input) { deletedId userErrors { code message path } }\n  }\n": typeof types.DeleteFlowDocument,
    "\n  subscription FlowActivity($flowId: ID!) {\n    flowActivity(flowId: $flowId) {\n      sequence at flowId versionId runs\n      nodes { nodeId count }\n      edges { edgeId count }\n    }\n  }\n": typeof types.FlowActivityDocument,
    "\n  query TrialPlace {\n    viewer { workspace { id timeZone } }\n    calendars {\n      id isDefault timeZone\n      weekly { weekday from to }\n      holidays { date name }\n      exceptions { date intervals { from to } }\n    }\n  }\n": typeof types.TrialPlaceDocument,
    "\n  query StartedFlow($id: ID!) {\n    flow(id: $id) { id liveVersion { id document } }\n  }\n": typeof types.StartedFlowDocument,
    "\n  mutation ImportTickets($input: ImportTicketsInput!) {\n    importTickets(input: $input) {\n      import { id accepted duplicates rejected }\n      rowErrors { line column reason }\n      userErrors { code message path }\n    }\n  }\n": typeof types.ImportTicketsDocument,
    "\n  query RoutingSettings {\n    routingSettings { grace learnsProficiency learnedAt }\n  }\n": typeof types.RoutingSettingsDocument,
    "\n  mutation UpdateRoutingSettings($input: UpdateRoutingSettingsInput!) {\n    updateRoutingSettings(input: $input) { routingSettings { grace learnsProficiency learnedAt } userErrors { code message path } }\n  }\n": typeof types.UpdateRoutingSettingsDocument,
    "\n  mutation LearnProficiencies {\n    learnProficiencies { routingSettings { learnedAt } userErrors { code message path } }\n  }\n": typeof types.LearnProficienciesDocument,
    "\n  query Proficiencies {\n    proficiencies {\n      agentId classKey count meanHandling learned proficiency source skillIds language\n      agent { id name }\n    }\n    skills { id name }\n  }\n": typeof types.ProficienciesDocument,
    "\n  mutation SetProficiency($input: SetProficiencyInput!) {\n    setProficiency(input: $input) { proficiency { agentId } userErrors { code message path } }\n  }\n": typeof types.SetProficiencyDocument,
    "\n  mutation SetPresence($input: SetPresenceInput!) {\n    setPresence(input: $input) {\n      agent { id presence presenceSince statusId }\n      userErrors { code message path }\n    }\n  }\n": typeof types.SetPresenceDocument,
    "\n  mutation PutDeclineReason($input: PutDeclineReasonInput!) {\n    putDeclineReason(input: $input) { declineReason { id name offerAgainAfter } userErrors { code message path } }\n  }\n": typeof types.PutDeclineReasonDocument,
    "\n  mutation PutPresenceStatus($input: PutPresenceStatusInput!) {\n    putPresenceStatus(input: $input) { presenceStatus { id name allowsWork } userErrors { code message path } }\n  }\n": typeof types.PutPresenceStatusDocument,
    "\n  query DeclineReasons {\n    declineReasons { id name offerAgainAfter }\n  }\n": typeof types.DeclineReasonsDocument,
    "\n  mutation DeletePresenceStatus($input: RoutingWordIdInput!) {\n    deletePresenceStatus(input: $input) { deletedId userErrors { code message path } }\n  }\n": typeof types.DeletePresenceStatusDocument,
    "\n  query PresenceStatuses {\n    presenceStatuses { id name allowsWork }\n  }\n": typeof types.PresenceStatusesDocument,
    "\n  mutation CreateAgent($input: CreateAgentInput!) {\n    createAgent(input: $input) { agent { id } userErrors { code message path } }\n  }\n": typeof types.CreateAgentDocument,
    "\n  mutation UpdateAgent($input: UpdateAgentInput!) {\n    updateAgent(input: $input) { agent { id } userErrors { code message path } }\n  }\n": typeof types.UpdateAgentDocument,
    "\n  query AgentChoices {\n    teams { id name agentCount }\n    skills { id name }\n    calendars { id name }\n    channels { id type }\n  }\n": typeof types.AgentChoicesDocument,
    "\n  query AgentList($first: Int!, $search: String) {\n    agents(first: $first, search: $search) {\n      nodes {\n        id name presence statusId capacity load openTickets languages\n        supportLevel location shiftCalendarId channelTypes\n        channelCapacity { channelType units }\n        skills { level skill { id name } }\n        teams { id name }\n      }\n      totalCount\n    }\n  }\n": typeof types.AgentListDocument,
    "\n  mutation CreateQueue($input: CreateQueueInput!) {\n    createQueue(input: $input) { queue { id } userErrors { code message path } }\n  }\n": typeof types.CreateQueueDocument,
    "\n  mutation UpdateQueue($input: UpdateQueueInput!) {\n    updateQueue(input: $input) { queue { id } userErrors { code message path } }\n  }\n": typeof types.UpdateQueueDocument,
    "\n  query QueueList {\n    queues {\n      id name policy limit isFallback position acceptWithin offerAgainAfter reroute fairDrain\n      targets { low normal high urgent }\n    }\n  }\n": typeof types.QueueListDocument,
    "\n  mutation CreateTeam($input: CreateTeamInput!) {\n    createTeam(input: $input) { team { id } userErrors { code message path } }\n  }\n": typeof types.CreateTeamDocument,
    "\n  mutation UpdateTeam($input: UpdateTeamInput!) {\n    updateTeam(input: $input) { team { id } userErrors { code message path } }\n  }\n": typeof types.UpdateTeamDocument,
    "\n  mutation SetTeams($input: UpdateAgentInput!) {\n    updateAgent(input: $input) { agent { id teams { id name } } userErrors { code message path } }\n  }\n": typeof types.SetTeamsDocument,
    "\n  query TeamList {\n    teams { id name supportLevel agentCount }\n  }\n": typeof types.TeamListDocument,
    "\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) {\n      token { id }\n      secret\n      userErrors { code message path }\n    }\n  }\n": typeof types.CreateApiTokenDocument,
    "\n  query TokenList {\n    apiTokens { id name prefix role createdAt lastUsedAt expiresAt revokedAt }\n  }\n": typeof types.TokenListDocument,
    "\n  mutation RevokeToken($id: ID!) {\n    revokeApiToken(id: $id) {\n      token { id revokedAt }\n      userErrors { code message path }\n    }\n  }\n": typeof types.RevokeTokenDocument,
    "\n  mutation CreateUser($input: CreateUserInput!) {\n    createUser(input: $input) { user { id } userErrors { code message path } }\n  }\n": typeof types.CreateUserDocument,
    "\n  mutation UpdateUser($input: UpdateUserInput!) {\n    updateUser(input: $input) { user { id } userErrors { code message path } }\n  }\n": typeof types.UpdateUserDocument,
    "\n  query UserList {\n    users { id email name role locale isActive agent { id name } }\n  }\n": typeof types.UserListDocument,
    "\n  mutation SignOut {\n    signOut { isSignedOut userErrors { code message path } }\n  }\n": typeof types.SignOutDocument,
    "\n  query Notifications {\n    notifications(first: 30) {\n      nodes { id text at readAt ticket { id number subject } }\n    }\n  }\n": typeof types.NotificationsDocument,
    "\n  mutation ReadNotification($id: ID!) {\n    readNotification(id: $id) {\n      notification { id readAt }\n      userErrors { code message path }\n    }\n  }\n": typeof types.ReadNotificationDocument,
    "\n  subscription Notified {\n    ticketEvents(where: { types: [\"notified\"] }) { cursor }\n  }\n": typeof types.NotifiedDocument,
    "\n  mutation SetShift($input: UpdateAgentInput!) {\n    updateAgent(input: $input) { agent { id shiftCalendarId } userErrors { code message path } }\n  }\n": typeof types.SetShiftDocument,
    "\n  query Skills {\n    skills { id name }\n    teams { id name }\n  }\n": typeof types.SkillsDocument,
    "\n  query SkilledAgents($after: String) {\n    agents(first: 100, after: $after) {\n      nodes {\n        id name presence location shiftCalendarId\n        skills { level skill { id } }\n        teams { id name }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.SkilledAgentsDocument,
    "\n  mutation AddSkill($input: CreateSkillInput!) {\n    createSkill(input: $input) { skill { id name } userErrors { code message path } }\n  }\n": typeof types.AddSkillDocument,
    "\n  mutation AddAgent($input: CreateAgentInput!) {\n    createAgent(input: $input) { agent { id name } userErrors { code message path } }\n  }\n": typeof types.AddAgentDocument,
    "\n  mutation SetSkillLevels($input: SetSkillLevelsInput!) {\n    setSkillLevels(input: $input) { agents { id } userErrors { code message path } }\n  }\n": typeof types.SetSkillLevelsDocument,
    "\n  query SlaPolicies {\n    slaPolicies { ...SlaPolicyFields }\n  }\n\n  fragment SlaPolicyFields on SlaPolicy {\n    id name position condition\n    targets { metric low normal high urgent calendarId }\n  }\n": typeof types.SlaPoliciesDocument,
    "\n  mutation CreateSlaPolicy($input: CreateSlaPolicyInput!) {\n    createSlaPolicy(input: $input) { slaPolicy { ...SlaPolicyFields } userErrors { code message path } }\n  }\n": typeof types.CreateSlaPolicyDocument,
    "\n  mutation UpdateSlaPolicy($input: UpdateSlaPolicyInput!) {\n    updateSlaPolicy(input: $input) { slaPolicy { ...SlaPolicyFields } userErrors { code message path } }\n  }\n": typeof types.UpdateSlaPolicyDocument,
    "\n  mutation DeleteSlaPolicy($input: SlaPolicyIdInput!) {\n    deleteSlaPolicy(input: $input) { deletedId userErrors { code message path } }\n  }\n": typeof types.DeleteSlaPolicyDocument,
    "\n  query TicketFacts($first: Int!) {\n    tickets(first: $first) {\n      nodes { id number subject facts }\n      totalCount\n    }\n  }\n": typeof types.TicketFactsDocument,
    "\n  query Assignees($search: String) {\n    agents(first: 20, search: $search) {\n      nodes { id name presence load capacity }\n    }\n    teams { id name }\n  }\n": typeof types.AssigneesDocument,
    "\n  query Macros($ticketId: ID!) {\n    macros(ticketId: $ticketId) { id name }\n  }\n": typeof types.MacrosDocument,
    "\n  mutation PressFlow($input: PressFlowInput!, $locale: Locale!) {\n    pressFlow(input: $input) {\n      ticket { ...TicketFields }\n      runs { id acted }\n      userErrors { code message path }\n    }\n  }\n": typeof types.PressFlowDocument,
    "\n  mutation CreateTicket($input: CreateTicketInput!) {\n    createTicket(input: $input) {\n      ticket { id number }\n      isDuplicate\n      userErrors { code message path }\n    }\n  }\n": typeof types.CreateTicketDocument,
    "\n  query Channels {\n    channels { id name type }\n  }\n": typeof types.ChannelsDocument,
    "\n  mutation TransferTicket($input: TransferTicketInput!, $locale: Locale!) {\n    transferTicket(input: $input) {\n      ticket { ...TicketFields }\n      userErrors { code message path }\n    }\n  }\n": typeof types.TransferTicketDocument,
    "\n  query WhyNot($id: ID!, $agentId: ID!, $locale: Locale!) {\n    ticket(id: $id) { id whyNot(agentId: $agentId, locale: $locale) }\n  }\n": typeof types.WhyNotDocument,
    "\n  mutation UpdateTicket($input: UpdateTicketInput!, $locale: Locale!) {\n    updateTicket(input: $input) {\n      ticket { ...TicketFields }\n      userErrors { code message path }\n    }\n  }\n": typeof types.UpdateTicketDocument,
    "\n  mutation AssignTicket($input: AssignTicketInput!, $locale: Locale!) {\n    assignTicket(input: $input) {\n      ticket { ...TicketFields }\n      userErrors { code message path }\n    }\n  }\n": typeof types.AssignTicketDocument,
    "\n  mutation AddMessage($input: AddMessageInput!, $locale: Locale!) {\n    addMessage(input: $input) {\n      ticket { ...TicketFields }\n      userErrors { code message path }\n    }\n  }\n": typeof types.AddMessageDocument,
    "\n  query Tickets($first: Int!, $after: String, $search: String, $filter: TicketFilterInput, $orderBy: TicketOrderInput) {\n    tickets(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {\n      edges {\n        cursor\n        node {\n          id number subject status priority category createdAt\n          contact { id name isVip }\n          queue { id name }\n          team { id name }\n          assignee { id name }\n          sla { metric state isRunning dueAt }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.TicketsDocument,
    "\n  fragment TicketFields on Ticket {\n    id number subject status priority severity level category tags language sentiment customFields externalId\n    createdAt updatedAt queuedAt assignedAt solvedAt closedAt firstOpenedAt surveyScore surveyComment\n    channel { id name type }\n    contact { id name email phone tags isVip language country city openTickets }\n    team { id name }\n    assignee { id name presence }\n    queue { id name }\n    sla { metric state isRunning dueAt sentence(locale: $locale) }\n    messages(last: 100) {\n      nodes { id author authorName visibility text createdAt }\n      pageInfo { hasPreviousPage }\n    }\n    events(last: 100) {\n      nodes { id sequence type at actorKind actorName data }\n      pageInfo { hasPreviousPage }\n    }\n    why(locale: $locale) {\n      kind at text details nodeId\n      flow { id name }\n      version { id number }\n      agent { id name }\n      run { id }\n    }\n    runs(first: 20) {\n      nodes { id at outcome waitsUntil continuesId flow { id name } version { id number } }\n    }\n  }\n": typeof types.TicketFieldsFragmentDoc,
    "\n  query Ticket($number: Int!, $locale: Locale!) {\n    ticketByNumber(number: $number) { ...TicketFields }\n  }\n": typeof types.TicketDocument,
    "\n  subscription TicketUpdated($id: ID!, $locale: Locale!) {\n    ticketUpdated(id: $id) { ...TicketFields }\n  }\n": typeof types.TicketUpdatedDocument,
    "\n  subscription Created {\n    ticketEvents(where: { types: [\"created\"] }) { cursor events { id } }\n  }\n": typeof types.CreatedDocument,
    "\n  mutation OpenTicket($input: OpenTicketInput!) {\n    openTicket(input: $input) { ticket { id firstOpenedAt } userErrors { code message path } }\n  }\n": typeof types.OpenTicketDocument,
};
const documents: Documents = {
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer { user { id locale } }\n      userErrors { code message path }\n    }\n  }\n": types.SignInDocument,
    "\n  query Viewer {\n    viewer {\n      user { id email name role locale agent { id name presence statusId } }\n      workspace { id slug name timeZone isDemo }\n    }\n  }\n": types.ViewerDocument,
    "\n  mutation StartReplay($input: StartReplayInput!) {\n    startReplay(input: $input) { replay { isRunning } userErrors { code message path } }\n  }\n": types.StartReplayDocument,
    "\n  mutation StopReplay {\n    stopReplay { replay { isRunning } userErrors { code message path } }\n  }\n": types.StopReplayDocument,
    "\n  subscription Assignments($after: String) {\n    ticketEvents(where: { types: [\"assigned\"] }, after: $after) {\n      cursor\n      events { id sequence at ticket { id number subject assignee { id name } } }\n    }\n  }\n": types.AssignmentsDocument,
    "\n  subscription QueueMetrics {\n    queueMetrics {\n      sequence\n      at\n      unassigned\n      open\n      queues {\n        queue { id name limit isFallback }\n        waiting inProgress longestWaitingSince atRisk breached arrivals assigned\n      }\n      agents {\n        agent { id name }\n        presence load capacity openTickets idleSince\n      }\n      arrivals { at arrived assigned solved }\n      replay { isRunning speed fed total clock startedAt }\n    }\n  }\n": types.QueueMetricsDocument,
    "\n  query Calendars {\n    calendars { ...CalendarFields }\n  }\n": types.CalendarsDocument,
    "\n  fragment CalendarFields on Calendar {\n    id name isDefault timeZone\n    weekly { weekday from to }\n    holidays { date name }\n    exceptions { date intervals { from to } }\n  }\n": types.CalendarFieldsFragmentDoc,
    "\n  mutation CreateCalendar($input: CreateCalendarInput!) {\n    createCalendar(input: $input) { calendar { ...CalendarFields } userErrors { code message path } }\n  }\n": types.CreateCalendarDocument,
    "\n  mutation UpdateCalendar($input: UpdateCalendarInput!) {\n    updateCalendar(input: $input) { calendar { ...CalendarFields } userErrors { code message path } }\n  }\n": types.UpdateCalendarDocument,
    "\n  mutation DeleteCalendar($input: CalendarIdInput!) {\n    deleteCalendar(input: $input) { deletedId userErrors { code message path } }\n  }\n": types.DeleteCalendarDocument,
    "\n  mutation ImportHolidays($input: ImportHolidaysInput!) {\n    importHolidays(input: $input) { calendar { ...CalendarFields } added userErrors { code message path } }\n  }\n": types.ImportHolidaysDocument,
    "\n  mutation ImportFlow($input: ImportFlowInput!) {\n    importFlow(input: $input) {\n      flow { ...FlowRow }\n      outcome\n      missing { kind name }\n      userErrors { code message path }\n    }\n  }\n": types.ImportFlowDocument,
    "\n  query Flows($after: String) {\n    flows(first: 100, after: $after) { nodes { ...FlowRow } pageInfo { hasNextPage endCursor } totalCount }\n  }\n\n  fragment FlowRow on Flow {\n    id name position stopOnMatch state updatedAt\n    liveVersion { id number publishedAt }\n    draft { revision savedAt hasUnpublishedChanges savedBy { id name } }\n  }\n": types.FlowsDocument,
    "\n  query ExportedFlow($id: ID!) {\n    flow(id: $id) { id exported }\n  }\n": types.ExportedFlowDocument,
    "\n  query Flow($id: ID!) {\n    flow(id: $id) {\n      ...FlowRow\n      draft { document }\n      liveVersion { document }\n    }\n  }\n": types.FlowDocument,
    "\n  query References {\n    references {\n      queues teams agents skills channels customFields contactAttributes\n      calendars credentials slaPolicies flows categories tags\n    }\n  }\n": types.ReferencesDocument,
    "\n  query FlowVersions($id: ID!, $after: String) {\n    flow(id: $id) {\n      id\n      versions(first: 50, after: $after) {\n        edges {\n          cursor\n          node {\n            id number note publishedAt isLive\n            publishedBy { id name }\n            rolledBackFrom { id number }\n          }\n        }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": types.FlowVersionsDocument,
    "\n  query FlowVersion($id: ID!, $after: String) {\n    flow(id: $id) {\n      id\n      versions(first: 1, after: $after) { nodes { id number note publishedAt isLive document } }\n    }\n  }\n": types.FlowVersionDocument,
    "\n  query Run($id: ID!) {\n    run(id: $id) {\n      ...RunPart\n      acted continuesId continuationIds startedById\n      ticket { id number subject }\n      flow { id }\n      version { id number document }\n    }\n  }\n\n  fragment RunPart on Run {\n    id at eventType outcome steps edgeIds waitsUntil waitsAt\n  }\n": types.RunDocument,
    "\n  query RunPart($id: ID!) {\n    run(id: $id) { ...RunPart }\n  }\n": types.RunPartDocument,
    "\n  query StartingRun($id: ID!) {\n    run(id: $id) { id flow { id name } }\n  }\n": types.StartingRunDocument,
    "\n  mutation CancelRun($input: CancelRunInput!) {\n    cancelRun(input: $input) {\n      run { ...RunPart continuationIds }\n      userErrors { code message path }\n    }\n  }\n": types.CancelRunDocument,
    "\n  query TryTickets($search: String) {\n    tickets(first: 15, search: $search, orderBy: { field: CREATED_AT, direction: DESC }) {\n      nodes { id number subject category priority createdAt }\n    }\n  }\n": types.TryTicketsDocument,
    "\n  query TryTicketFacts($id: ID!) {\n    ticket(id: $id) { id number subject facts }\n  }\n": types.TryTicketFactsDocument,
    "\n  mutation CreateFlow($input: CreateFlowInput!) {\n    createFlow(input: $input) { flow { ...FlowRow } userErrors { code message path } }\n  }\n": types.CreateFlowDocument,
    "\n  mutation UpdateFlow($input: UpdateFlowInput!) {\n    updateFlow(input: $input) { flow { ...FlowRow } userErrors { code message path } }\n  }\n": types.UpdateFlowDocument,
    "\n  mutation MoveFlow($input: MoveFlowInput!) {\n    moveFlow(input: $input) { flow { ...FlowRow } userErrors { code message path } }\n  }\n": types.MoveFlowDocument,
    "\n  mutation SaveDraft($input: SaveDraftInput!) {\n    saveDraft(input: $input) {\n      draft { revision savedAt hasUnpublishedChanges }\n      current { document revision savedAt savedBy { id name } }\n      userErrors { code message path }\n    }\n  }\n": types.SaveDraftDocument,
    "\n  query FlowCheck($flowId: ID!, $document: JSON!, $locale: Locale!) {\n    flowCheck(flowId: $flowId, document: $document, locale: $locale) {\n      code severity flowId otherFlowId nodeId message\n    }\n  }\n": types.FlowCheckDocument,
    "\n  mutation PublishFlow($input: PublishFlowInput!) {\n    publishFlow(input: $input) {\n      flow { ...FlowRow liveVersion { document } }\n      version { id number }\n      issues { code severity nodeId otherFlowId message }\n      userErrors { code message path }\n    }\n  }\n": types.PublishFlowDocument,
    "\n  mutation RollBackFlow($input: RollBackFlowInput!) {\n    rollBackFlow(input: $input) {\n      flow { ...FlowRow liveVersion { document } }\n      version { id number }\n      issues { code severity nodeId otherFlowId message }\n      userErrors { code message path }\n    }\n  }\n": types.RollBackFlowDocument,
    "\n  mutation TurnOffFlow($input: FlowIdInput!) {\n    turnOffFlow(input: $input) { flow { ...FlowRow } userErrors { code message path } }\n  }\n": types.TurnOffFlowDocument,
    "\n  mutation DeleteFlow($input: FlowIdInput!) {\n    deleteFlow(input: $input) { deletedId userErrors { code message path } }\n  }\n": types.DeleteFlowDocument,
    "\n  subscription FlowActivity($flowId: ID!) {\n    flowActivity(flowId: $flowId) {\n      sequence at flowId versionId runs\n      nodes { nodeId count }\n      edges { edgeId count }\n    }\n  }\n": types.FlowActivityDocument,
    "\n  query TrialPlace {\n    viewer { workspace { id timeZone } }\n    calendars {\n      id isDefault timeZone\n      weekly { weekday from to }\n      holidays { date name }\n      exceptions { date intervals { from to } }\n    }\n  }\n": types.TrialPlaceDocument,
    "\n  query StartedFlow($id: ID!) {\n    flow(id: $id) { id liveVersion { id document } }\n  }\n": types.StartedFlowDocument,
    "\n  mutation ImportTickets($input: ImportTicketsInput!) {\n    importTickets(input: $input) {\n      import { id accepted duplicates rejected }\n      rowErrors { line column reason }\n      userErrors { code message path }\n    }\n  }\n": types.ImportTicketsDocument,
    "\n  query RoutingSettings {\n    routingSettings { grace learnsProficiency learnedAt }\n  }\n": types.RoutingSettingsDocument,
    "\n  mutation UpdateRoutingSettings($input: UpdateRoutingSettingsInput!) {\n    updateRoutingSettings(input: $input) { routingSettings { grace learnsProficiency learnedAt } userErrors { code message path } }\n  }\n": types.UpdateRoutingSettingsDocument,
    "\n  mutation LearnProficiencies {\n    learnProficiencies { routingSettings { learnedAt } userErrors { code message path } }\n  }\n": types.LearnProficienciesDocument,
    "\n  query Proficiencies {\n    proficiencies {\n      agentId classKey count meanHandling learned proficiency source skillIds language\n      agent { id name }\n    }\n    skills { id name }\n  }\n": types.ProficienciesDocument,
    "\n  mutation SetProficiency($input: SetProficiencyInput!) {\n    setProficiency(input: $input) { proficiency { agentId } userErrors { code message path } }\n  }\n": types.SetProficiencyDocument,
    "\n  mutation SetPresence($input: SetPresenceInput!) {\n    setPresence(input: $input) {\n      agent { id presence presenceSince statusId }\n      userErrors { code message path }\n    }\n  }\n": types.SetPresenceDocument,
    "\n  mutation PutDeclineReason($input: PutDeclineReasonInput!) {\n    putDeclineReason(input: $input) { declineReason { id name offerAgainAfter } userErrors { code message path } }\n  }\n": types.PutDeclineReasonDocument,
    "\n  mutation PutPresenceStatus($input: PutPresenceStatusInput!) {\n    putPresenceStatus(input: $input) { presenceStatus { id name allowsWork } userErrors { code message path } }\n  }\n": types.PutPresenceStatusDocument,
    "\n  query DeclineReasons {\n    declineReasons { id name offerAgainAfter }\n  }\n": types.DeclineReasonsDocument,
    "\n  mutation DeletePresenceStatus($input: RoutingWordIdInput!) {\n    deletePresenceStatus(input: $input) { deletedId userErrors { code message path } }\n  }\n": types.DeletePresenceStatusDocument,
    "\n  query PresenceStatuses {\n    presenceStatuses { id name allowsWork }\n  }\n": types.PresenceStatusesDocument,
    "\n  mutation CreateAgent($input: CreateAgentInput!) {\n    createAgent(input: $input) { agent { id } userErrors { code message path } }\n  }\n": types.CreateAgentDocument,
    "\n  mutation UpdateAgent($input: UpdateAgentInput!) {\n    updateAgent(input: $input) { agent { id } userErrors { code message path } }\n  }\n": types.UpdateAgentDocument,
    "\n  query AgentChoices {\n    teams { id name agentCount }\n    skills { id name }\n    calendars { id name }\n    channels { id type }\n  }\n": types.AgentChoicesDocument,
    "\n  query AgentList($first: Int!, $search: String) {\n    agents(first: $first, search: $search) {\n      nodes {\n        id name presence statusId capacity load openTickets languages\n        supportLevel location shiftCalendarId channelTypes\n        channelCapacity { channelType units }\n        skills { level skill { id name } }\n        teams { id name }\n      }\n      totalCount\n    }\n  }\n": types.AgentListDocument,
    "\n  mutation CreateQueue($input: CreateQueueInput!) {\n    createQueue(input: $input) { queue { id } userErrors { code message path } }\n  }\n": types.CreateQueueDocument,
    "\n  mutation UpdateQueue($input: UpdateQueueInput!) {\n    updateQueue(input: $input) { queue { id } userErrors { code message path } }\n  }\n": types.UpdateQueueDocument,
    "\n  query QueueList {\n    queues {\n      id name policy limit isFallback position acceptWithin offerAgainAfter reroute fairDrain\n      targets { low normal high urgent }\n    }\n  }\n": types.QueueListDocument,
    "\n  mutation CreateTeam($input: CreateTeamInput!) {\n    createTeam(input: $input) { team { id } userErrors { code message path } }\n  }\n": types.CreateTeamDocument,
    "\n  mutation UpdateTeam($input: UpdateTeamInput!) {\n    updateTeam(input: $input) { team { id } userErrors { code message path } }\n  }\n": types.UpdateTeamDocument,
    "\n  mutation SetTeams($input: UpdateAgentInput!) {\n    updateAgent(input: $input) { agent { id teams { id name } } userErrors { code message path } }\n  }\n": types.SetTeamsDocument,
    "\n  query TeamList {\n    teams { id name supportLevel agentCount }\n  }\n": types.TeamListDocument,
    "\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) {\n      token { id }\n      secret\n      userErrors { code message path }\n    }\n  }\n": types.CreateApiTokenDocument,
    "\n  query TokenList {\n    apiTokens { id name prefix role createdAt lastUsedAt expiresAt revokedAt }\n  }\n": types.TokenListDocument,
    "\n  mutation RevokeToken($id: ID!) {\n    revokeApiToken(id: $id) {\n      token { id revokedAt }\n      userErrors { code message path }\n    }\n  }\n": types.RevokeTokenDocument,
    "\n  mutation CreateUser($input: CreateUserInput!) {\n    createUser(input: $input) { user { id } userErrors { code message path } }\n  }\n": types.CreateUserDocument,
    "\n  mutation UpdateUser($input: UpdateUserInput!) {\n    updateUser(input: $input) { user { id } userErrors { code message path } }\n  }\n": types.UpdateUserDocument,
    "\n  query UserList {\n    users { id email name role locale isActive agent { id name } }\n  }\n": types.UserListDocument,
    "\n  mutation SignOut {\n    signOut { isSignedOut userErrors { code message path } }\n  }\n": types.SignOutDocument,
    "\n  query Notifications {\n    notifications(first: 30) {\n      nodes { id text at readAt ticket { id number subject } }\n    }\n  }\n": types.NotificationsDocument,
    "\n  mutation ReadNotification($id: ID!) {\n    readNotification(id: $id) {\n      notification { id readAt }\n      userErrors { code message path }\n    }\n  }\n": types.ReadNotificationDocument,
    "\n  subscription Notified {\n    ticketEvents(where: { types: [\"notified\"] }) { cursor }\n  }\n": types.NotifiedDocument,
    "\n  mutation SetShift($input: UpdateAgentInput!) {\n    updateAgent(input: $input) { agent { id shiftCalendarId } userErrors { code message path } }\n  }\n": types.SetShiftDocument,
    "\n  query Skills {\n    skills { id name }\n    teams { id name }\n  }\n": types.SkillsDocument,
    "\n  query SkilledAgents($after: String) {\n    agents(first: 100, after: $after) {\n      nodes {\n        id name presence location shiftCalendarId\n        skills { level skill { id } }\n        teams { id name }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.SkilledAgentsDocument,
    "\n  mutation AddSkill($input: CreateSkillInput!) {\n    createSkill(input: $input) { skill { id name } userErrors { code message path } }\n  }\n": types.AddSkillDocument,
    "\n  mutation AddAgent($input: CreateAgentInput!) {\n    createAgent(input: $input) { agent { id name } userErrors { code message path } }\n  }\n": types.AddAgentDocument,
    "\n  mutation SetSkillLevels($input: SetSkillLevelsInput!) {\n    setSkillLevels(input: $input) { agents { id } userErrors { code message path } }\n  }\n": types.SetSkillLevelsDocument,
    "\n  query SlaPolicies {\n    slaPolicies { ...SlaPolicyFields }\n  }\n\n  fragment SlaPolicyFields on SlaPolicy {\n    id name position condition\n    targets { metric low normal high urgent calendarId }\n  }\n": types.SlaPoliciesDocument,
    "\n  mutation CreateSlaPolicy($input: CreateSlaPolicyInput!) {\n    createSlaPolicy(input: $input) { slaPolicy { ...SlaPolicyFields } userErrors { code message path } }\n  }\n": types.CreateSlaPolicyDocument,
    "\n  mutation UpdateSlaPolicy($input: UpdateSlaPolicyInput!) {\n    updateSlaPolicy(input: $input) { slaPolicy { ...SlaPolicyFields } userErrors { code message path } }\n  }\n": types.UpdateSlaPolicyDocument,
    "\n  mutation DeleteSlaPolicy($input: SlaPolicyIdInput!) {\n    deleteSlaPolicy(input: $input) { deletedId userErrors { code message path } }\n  }\n": types.DeleteSlaPolicyDocument,
    "\n  query TicketFacts($first: Int!) {\n    tickets(first: $first) {\n      nodes { id number subject facts }\n      totalCount\n    }\n  }\n": types.TicketFactsDocument,
    "\n  query Assignees($search: String) {\n    agents(first: 20, search: $search) {\n      nodes { id name presence load capacity }\n    }\n    teams { id name }\n  }\n": types.AssigneesDocument,
    "\n  query Macros($ticketId: ID!) {\n    macros(ticketId: $ticketId) { id name }\n  }\n": types.MacrosDocument,
    "\n  mutation PressFlow($input: PressFlowInput!, $locale: Locale!) {\n    pressFlow(input: $input) {\n      ticket { ...TicketFields }\n      runs { id acted }\n      userErrors { code message path }\n    }\n  }\n": types.PressFlowDocument,
    "\n  mutation CreateTicket($input: CreateTicketInput!) {\n    createTicket(input: $input) {\n      ticket { id number }\n      isDuplicate\n      userErrors { code message path }\n    }\n  }\n": types.CreateTicketDocument,
    "\n  query Channels {\n    channels { id name type }\n  }\n": types.ChannelsDocument,
    "\n  mutation TransferTicket($input: TransferTicketInput!, $locale: Locale!) {\n    transferTicket(input: $input) {\n      ticket { ...TicketFields }\n      userErrors { code message path }\n    }\n  }\n": types.TransferTicketDocument,
    "\n  query WhyNot($id: ID!, $agentId: ID!, $locale: Locale!) {\n    ticket(id: $id) { id whyNot(agentId: $agentId, locale: $locale) }\n  }\n": types.WhyNotDocument,
    "\n  mutation UpdateTicket($input: UpdateTicketInput!, $locale: Locale!) {\n    updateTicket(input: $input) {\n      ticket { ...TicketFields }\n      userErrors { code message path }\n    }\n  }\n": types.UpdateTicketDocument,
    "\n  mutation AssignTicket($input: AssignTicketInput!, $locale: Locale!) {\n    assignTicket(input: $input) {\n      ticket { ...TicketFields }\n      userErrors { code message path }\n    }\n  }\n": types.AssignTicketDocument,
    "\n  mutation AddMessage($input: AddMessageInput!, $locale: Locale!) {\n    addMessage(input: $input) {\n      ticket { ...TicketFields }\n      userErrors { code message path }\n    }\n  }\n": types.AddMessageDocument,
    "\n  query Tickets($first: Int!, $after: String, $search: String, $filter: TicketFilterInput, $orderBy: TicketOrderInput) {\n    tickets(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {\n      edges {\n        cursor\n        node {\n          id number subject status priority category createdAt\n          contact { id name isVip }\n          queue { id name }\n          team { id name }\n          assignee { id name }\n          sla { metric state isRunning dueAt }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.TicketsDocument,
    "\n  fragment TicketFields on Ticket {\n    id number subject status priority severity level category tags language sentiment customFields externalId\n    createdAt updatedAt queuedAt assignedAt solvedAt closedAt firstOpenedAt surveyScore surveyComment\n    channel { id name type }\n    contact { id name email phone tags isVip language country city openTickets }\n    team { id name }\n    assignee { id name presence }\n    queue { id name }\n    sla { metric state isRunning dueAt sentence(locale: $locale) }\n    messages(last: 100) {\n      nodes { id author authorName visibility text createdAt }\n      pageInfo { hasPreviousPage }\n    }\n    events(last: 100) {\n      nodes { id sequence type at actorKind actorName data }\n      pageInfo { hasPreviousPage }\n    }\n    why(locale: $locale) {\n      kind at text details nodeId\n      flow { id name }\n      version { id number }\n      agent { id name }\n      run { id }\n    }\n    runs(first: 20) {\n      nodes { id at outcome waitsUntil continuesId flow { id name } version { id number } }\n    }\n  }\n": types.TicketFieldsFragmentDoc,
    "\n  query Ticket($number: Int!, $locale: Locale!) {\n    ticketByNumber(number: $number) { ...TicketFields }\n  }\n": types.TicketDocument,
    "\n  subscription TicketUpdated($id: ID!, $locale: Locale!) {\n    ticketUpdated(id: $id) { ...TicketFields }\n  }\n": types.TicketUpdatedDocument,
    "\n  subscription Created {\n    ticketEvents(where: { types: [\"created\"] }) { cursor events { id } }\n  }\n": types.CreatedDocument,
    "\n  mutation OpenTicket($input: OpenTicketInput!) {\n    openTicket(input: $input) { ticket { id firstOpenedAt } userErrors { code message path } }\n  }\n": types.OpenTicketDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer { user { id locale } }\n      userErrors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer { user { id locale } }\n      userErrors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      user { id email name role locale agent { id name presence statusId } }\n      workspace { id slug name timeZone isDemo }\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      user { id email name role locale agent { id name presence statusId } }\n      workspace { id slug name timeZone isDemo }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartReplay($input: StartReplayInput!) {\n    startReplay(input: $input) { replay { isRunning } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation StartReplay($input: StartReplayInput!) {\n    startReplay(input: $input) { replay { isRunning } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StopReplay {\n    stopReplay { replay { isRunning } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation StopReplay {\n    stopReplay { replay { isRunning } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription Assignments($after: String) {\n    ticketEvents(where: { types: [\"assigned\"] }, after: $after) {\n      cursor\n      events { id sequence at ticket { id number subject assignee { id name } } }\n    }\n  }\n"): (typeof documents)["\n  subscription Assignments($after: String) {\n    ticketEvents(where: { types: [\"assigned\"] }, after: $after) {\n      cursor\n      events { id sequence at ticket { id number subject assignee { id name } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription QueueMetrics {\n    queueMetrics {\n      sequence\n      at\n      unassigned\n      open\n      queues {\n        queue { id name limit isFallback }\n        waiting inProgress longestWaitingSince atRisk breached arrivals assigned\n      }\n      agents {\n        agent { id name }\n        presence load capacity openTickets idleSince\n      }\n      arrivals { at arrived assigned solved }\n      replay { isRunning speed fed total clock startedAt }\n    }\n  }\n"): (typeof documents)["\n  subscription QueueMetrics {\n    queueMetrics {\n      sequence\n      at\n      unassigned\n      open\n      queues {\n        queue { id name limit isFallback }\n        waiting inProgress longestWaitingSince atRisk breached arrivals assigned\n      }\n      agents {\n        agent { id name }\n        presence load capacity openTickets idleSince\n      }\n      arrivals { at arrived assigned solved }\n      replay { isRunning speed fed total clock startedAt }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Calendars {\n    calendars { ...CalendarFields }\n  }\n"): (typeof documents)["\n  query Calendars {\n    calendars { ...CalendarFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CalendarFields on Calendar {\n    id name isDefault timeZone\n    weekly { weekday from to }\n    holidays { date name }\n    exceptions { date intervals { from to } }\n  }\n"): (typeof documents)["\n  fragment CalendarFields on Calendar {\n    id name isDefault timeZone\n    weekly { weekday from to }\n    holidays { date name }\n    exceptions { date intervals { from to } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateCalendar($input: CreateCalendarInput!) {\n    createCalendar(input: $input) { calendar { ...CalendarFields } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation CreateCalendar($input: CreateCalendarInput!) {\n    createCalendar(input: $input) { calendar { ...CalendarFields } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateCalendar($input: UpdateCalendarInput!) {\n    updateCalendar(input: $input) { calendar { ...CalendarFields } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation UpdateCalendar($input: UpdateCalendarInput!) {\n    updateCalendar(input: $input) { calendar { ...CalendarFields } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteCalendar($input: CalendarIdInput!) {\n    deleteCalendar(input: $input) { deletedId userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation DeleteCalendar($input: CalendarIdInput!) {\n    deleteCalendar(input: $input) { deletedId userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportHolidays($input: ImportHolidaysInput!) {\n    importHolidays(input: $input) { calendar { ...CalendarFields } added userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation ImportHolidays($input: ImportHolidaysInput!) {\n    importHolidays(input: $input) { calendar { ...CalendarFields } added userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportFlow($input: ImportFlowInput!) {\n    importFlow(input: $input) {\n      flow { ...FlowRow }\n      outcome\n      missing { kind name }\n      userErrors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation ImportFlow($input: ImportFlowInput!) {\n    importFlow(input: $input) {\n      flow { ...FlowRow }\n      outcome\n      missing { kind name }\n      userErrors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Flows($after: String) {\n    flows(first: 100, after: $after) { nodes { ...FlowRow } pageInfo { hasNextPage endCursor } totalCount }\n  }\n\n  fragment FlowRow on Flow {\n    id name position stopOnMatch state updatedAt\n    liveVersion { id number publishedAt }\n    draft { revision savedAt hasUnpublishedChanges savedBy { id name } }\n  }\n"): (typeof documents)["\n  query Flows($after: String) {\n    flows(first: 100, after: $after) { nodes { ...FlowRow } pageInfo { hasNextPage endCursor } totalCount }\n  }\n\n  fragment FlowRow on Flow {\n    id name position stopOnMatch state updatedAt\n    liveVersion { id number publishedAt }\n    draft { revision savedAt hasUnpublishedChanges savedBy { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExportedFlow($id: ID!) {\n    flow(id: $id) { id exported }\n  }\n"): (typeof documents)["\n  query ExportedFlow($id: ID!) {\n    flow(id: $id) { id exported }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Flow($id: ID!) {\n    flow(id: $id) {\n      ...FlowRow\n      draft { document }\n      liveVersion { document }\n    }\n  }\n"): (typeof documents)["\n  query Flow($id: ID!) {\n    flow(id: $id) {\n      ...FlowRow\n      draft { document }\n      liveVersion { document }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query References {\n    references {\n      queues teams agents skills channels customFields contactAttributes\n      calendars credentials slaPolicies flows categories tags\n    }\n  }\n"): (typeof documents)["\n  query References {\n    references {\n      queues teams agents skills channels customFields contactAttributes\n      calendars credentials slaPolicies flows categories tags\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FlowVersions($id: ID!, $after: String) {\n    flow(id: $id) {\n      id\n      versions(first: 50, after: $after) {\n        edges {\n          cursor\n          node {\n            id number note publishedAt isLive\n            publishedBy { id name }\n            rolledBackFrom { id number }\n          }\n        }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n"): (typeof documents)["\n  query FlowVersions($id: ID!, $after: String) {\n    flow(id: $id) {\n      id\n      versions(first: 50, after: $after) {\n        edges {\n          cursor\n          node {\n            id number note publishedAt isLive\n            publishedBy { id name }\n            rolledBackFrom { id number }\n          }\n        }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FlowVersion($id: ID!, $after: String) {\n    flow(id: $id) {\n      id\n      versions(first: 1, after: $after) { nodes { id number note publishedAt isLive document } }\n    }\n  }\n"): (typeof documents)["\n  query FlowVersion($id: ID!, $after: String) {\n    flow(id: $id) {\n      id\n      versions(first: 1, after: $after) { nodes { id number note publishedAt isLive document } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Run($id: ID!) {\n    run(id: $id) {\n      ...RunPart\n      acted continuesId continuationIds startedById\n      ticket { id number subject }\n      flow { id }\n      version { id number document }\n    }\n  }\n\n  fragment RunPart on Run {\n    id at eventType outcome steps edgeIds waitsUntil waitsAt\n  }\n"): (typeof documents)["\n  query Run($id: ID!) {\n    run(id: $id) {\n      ...RunPart\n      acted continuesId continuationIds startedById\n      ticket { id number subject }\n      flow { id }\n      version { id number document }\n    }\n  }\n\n  fragment RunPart on Run {\n    id at eventType outcome steps edgeIds waitsUntil waitsAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RunPart($id: ID!) {\n    run(id: $id) { ...RunPart }\n  }\n"): (typeof documents)["\n  query RunPart($id: ID!) {\n    run(id: $id) { ...RunPart }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StartingRun($id: ID!) {\n    run(id: $id) { id flow { id name } }\n  }\n"): (typeof documents)["\n  query StartingRun($id: ID!) {\n    run(id: $id) { id flow { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelRun($input: CancelRunInput!) {\n    cancelRun(input: $input) {\n      run { ...RunPart continuationIds }\n      userErrors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelRun($input: CancelRunInput!) {\n    cancelRun(input: $input) {\n      run { ...RunPart continuationIds }\n      userErrors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TryTickets($search: String) {\n    tickets(first: 15, search: $search, orderBy: { field: CREATED_AT, direction: DESC }) {\n      nodes { id number subject category priority createdAt }\n    }\n  }\n"): (typeof documents)["\n  query TryTickets($search: String) {\n    tickets(first: 15, search: $search, orderBy: { field: CREATED_AT, direction: DESC }) {\n      nodes { id number subject category priority createdAt }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TryTicketFacts($id: ID!) {\n    ticket(id: $id) { id number subject facts }\n  }\n"): (typeof documents)["\n  query TryTicketFacts($id: ID!) {\n    ticket(id: $id) { id number subject facts }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateFlow($input: CreateFlowInput!) {\n    createFlow(input: $input) { flow { ...FlowRow } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation CreateFlow($input: CreateFlowInput!) {\n    createFlow(input: $input) { flow { ...FlowRow } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateFlow($input: UpdateFlowInput!) {\n    updateFlow(input: $input) { flow { ...FlowRow } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation UpdateFlow($input: UpdateFlowInput!) {\n    updateFlow(input: $input) { flow { ...FlowRow } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveFlow($input: MoveFlowInput!) {\n    moveFlow(input: $input) { flow { ...FlowRow } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation MoveFlow($input: MoveFlowInput!) {\n    moveFlow(input: $input) { flow { ...FlowRow } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveDraft($input: SaveDraftInput!) {\n    saveDraft(input: $input) {\n      draft { revision savedAt hasUnpublishedChanges }\n      current { document revision savedAt savedBy { id name } }\n      userErrors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation SaveDraft($input: SaveDraftInput!) {\n    saveDraft(input: $input) {\n      draft { revision savedAt hasUnpublishedChanges }\n      current { document revision savedAt savedBy { id name } }\n      userErrors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FlowCheck($flowId: ID!, $document: JSON!, $locale: Locale!) {\n    flowCheck(flowId: $flowId, document: $document, locale: $locale) {\n      code severity flowId otherFlowId nodeId message\n    }\n  }\n"): (typeof documents)["\n  query FlowCheck($flowId: ID!, $document: JSON!, $locale: Locale!) {\n    flowCheck(flowId: $flowId, document: $document, locale: $locale) {\n      code severity flowId otherFlowId nodeId message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PublishFlow($input: PublishFlowInput!) {\n    publishFlow(input: $input) {\n      flow { ...FlowRow liveVersion { document } }\n      version { id number }\n      issues { code severity nodeId otherFlowId message }\n      userErrors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation PublishFlow($input: PublishFlowInput!) {\n    publishFlow(input: $input) {\n      flow { ...FlowRow liveVersion { document } }\n      version { id number }\n      issues { code severity nodeId otherFlowId message }\n      userErrors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RollBackFlow($input: RollBackFlowInput!) {\n    rollBackFlow(input: $input) {\n      flow { ...FlowRow liveVersion { document } }\n      version { id number }\n      issues { code severity nodeId otherFlowId message }\n      userErrors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation RollBackFlow($input: RollBackFlowInput!) {\n    rollBackFlow(input: $input) {\n      flow { ...FlowRow liveVersion { document } }\n      version { id number }\n      issues { code severity nodeId otherFlowId message }\n      userErrors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TurnOffFlow($input: FlowIdInput!) {\n    turnOffFlow(input: $input) { flow { ...FlowRow } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation TurnOffFlow($input: FlowIdInput!) {\n    turnOffFlow(input: $input) { flow { ...FlowRow } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteFlow($input: FlowIdInput!) {\n    deleteFlow(input: $input) { deletedId userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation DeleteFlow($input: FlowIdInput!) {\n    deleteFlow(input: $input) { deletedId userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FlowActivity($flowId: ID!) {\n    flowActivity(flowId: $flowId) {\n      sequence at flowId versionId runs\n      nodes { nodeId count }\n      edges { edgeId count }\n    }\n  }\n"): (typeof documents)["\n  subscription FlowActivity($flowId: ID!) {\n    flowActivity(flowId: $flowId) {\n      sequence at flowId versionId runs\n      nodes { nodeId count }\n      edges { edgeId count }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TrialPlace {\n    viewer { workspace { id timeZone } }\n    calendars {\n      id isDefault timeZone\n      weekly { weekday from to }\n      holidays { date name }\n      exceptions { date intervals { from to } }\n    }\n  }\n"): (typeof documents)["\n  query TrialPlace {\n    viewer { workspace { id timeZone } }\n    calendars {\n      id isDefault timeZone\n      weekly { weekday from to }\n      holidays { date name }\n      exceptions { date intervals { from to } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StartedFlow($id: ID!) {\n    flow(id: $id) { id liveVersion { id document } }\n  }\n"): (typeof documents)["\n  query StartedFlow($id: ID!) {\n    flow(id: $id) { id liveVersion { id document } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportTickets($input: ImportTicketsInput!) {\n    importTickets(input: $input) {\n      import { id accepted duplicates rejected }\n      rowErrors { line column reason }\n      userErrors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation ImportTickets($input: ImportTicketsInput!) {\n    importTickets(input: $input) {\n      import { id accepted duplicates rejected }\n      rowErrors { line column reason }\n      userErrors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RoutingSettings {\n    routingSettings { grace learnsProficiency learnedAt }\n  }\n"): (typeof documents)["\n  query RoutingSettings {\n    routingSettings { grace learnsProficiency learnedAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateRoutingSettings($input: UpdateRoutingSettingsInput!) {\n    updateRoutingSettings(input: $input) { routingSettings { grace learnsProficiency learnedAt } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation UpdateRoutingSettings($input: UpdateRoutingSettingsInput!) {\n    updateRoutingSettings(input: $input) { routingSettings { grace learnsProficiency learnedAt } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LearnProficiencies {\n    learnProficiencies { routingSettings { learnedAt } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation LearnProficiencies {\n    learnProficiencies { routingSettings { learnedAt } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Proficiencies {\n    proficiencies {\n      agentId classKey count meanHandling learned proficiency source skillIds language\n      agent { id name }\n    }\n    skills { id name }\n  }\n"): (typeof documents)["\n  query Proficiencies {\n    proficiencies {\n      agentId classKey count meanHandling learned proficiency source skillIds language\n      agent { id name }\n    }\n    skills { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetProficiency($input: SetProficiencyInput!) {\n    setProficiency(input: $input) { proficiency { agentId } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation SetProficiency($input: SetProficiencyInput!) {\n    setProficiency(input: $input) { proficiency { agentId } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetPresence($input: SetPresenceInput!) {\n    setPresence(input: $input) {\n      agent { id presence presenceSince statusId }\n      userErrors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation SetPresence($input: SetPresenceInput!) {\n    setPresence(input: $input) {\n      agent { id presence presenceSince statusId }\n      userErrors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PutDeclineReason($input: PutDeclineReasonInput!) {\n    putDeclineReason(input: $input) { declineReason { id name offerAgainAfter } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation PutDeclineReason($input: PutDeclineReasonInput!) {\n    putDeclineReason(input: $input) { declineReason { id name offerAgainAfter } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PutPresenceStatus($input: PutPresenceStatusInput!) {\n    putPresenceStatus(input: $input) { presenceStatus { id name allowsWork } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation PutPresenceStatus($input: PutPresenceStatusInput!) {\n    putPresenceStatus(input: $input) { presenceStatus { id name allowsWork } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeclineReasons {\n    declineReasons { id name offerAgainAfter }\n  }\n"): (typeof documents)["\n  query DeclineReasons {\n    declineReasons { id name offerAgainAfter }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeletePresenceStatus($input: RoutingWordIdInput!) {\n    deletePresenceStatus(input: $input) { deletedId userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation DeletePresenceStatus($input: RoutingWordIdInput!) {\n    deletePresenceStatus(input: $input) { deletedId userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PresenceStatuses {\n    presenceStatuses { id name allowsWork }\n  }\n"): (typeof documents)["\n  query PresenceStatuses {\n    presenceStatuses { id name allowsWork }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateAgent($input: CreateAgentInput!) {\n    createAgent(input: $input) { agent { id } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation CreateAgent($input: CreateAgentInput!) {\n    createAgent(input: $input) { agent { id } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateAgent($input: UpdateAgentInput!) {\n    updateAgent(input: $input) { agent { id } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation UpdateAgent($input: UpdateAgentInput!) {\n    updateAgent(input: $input) { agent { id } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AgentChoices {\n    teams { id name agentCount }\n    skills { id name }\n    calendars { id name }\n    channels { id type }\n  }\n"): (typeof documents)["\n  query AgentChoices {\n    teams { id name agentCount }\n    skills { id name }\n    calendars { id name }\n    channels { id type }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AgentList($first: Int!, $search: String) {\n    agents(first: $first, search: $search) {\n      nodes {\n        id name presence statusId capacity load openTickets languages\n        supportLevel location shiftCalendarId channelTypes\n        channelCapacity { channelType units }\n        skills { level skill { id name } }\n        teams { id name }\n      }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query AgentList($first: Int!, $search: String) {\n    agents(first: $first, search: $search) {\n      nodes {\n        id name presence statusId capacity load openTickets languages\n        supportLevel location shiftCalendarId channelTypes\n        channelCapacity { channelType units }\n        skills { level skill { id name } }\n        teams { id name }\n      }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateQueue($input: CreateQueueInput!) {\n    createQueue(input: $input) { queue { id } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation CreateQueue($input: CreateQueueInput!) {\n    createQueue(input: $input) { queue { id } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateQueue($input: UpdateQueueInput!) {\n    updateQueue(input: $input) { queue { id } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation UpdateQueue($input: UpdateQueueInput!) {\n    updateQueue(input: $input) { queue { id } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QueueList {\n    queues {\n      id name policy limit isFallback position acceptWithin offerAgainAfter reroute fairDrain\n      targets { low normal high urgent }\n    }\n  }\n"): (typeof documents)["\n  query QueueList {\n    queues {\n      id name policy limit isFallback position acceptWithin offerAgainAfter reroute fairDrain\n      targets { low normal high urgent }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateTeam($input: CreateTeamInput!) {\n    createTeam(input: $input) { team { id } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation CreateTeam($input: CreateTeamInput!) {\n    createTeam(input: $input) { team { id } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateTeam($input: UpdateTeamInput!) {\n    updateTeam(input: $input) { team { id } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation UpdateTeam($input: UpdateTeamInput!) {\n    updateTeam(input: $input) { team { id } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetTeams($input: UpdateAgentInput!) {\n    updateAgent(input: $input) { agent { id teams { id name } } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation SetTeams($input: UpdateAgentInput!) {\n    updateAgent(input: $input) { agent { id teams { id name } } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TeamList {\n    teams { id name supportLevel agentCount }\n  }\n"): (typeof documents)["\n  query TeamList {\n    teams { id name supportLevel agentCount }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) {\n      token { id }\n      secret\n      userErrors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) {\n      token { id }\n      secret\n      userErrors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TokenList {\n    apiTokens { id name prefix role createdAt lastUsedAt expiresAt revokedAt }\n  }\n"): (typeof documents)["\n  query TokenList {\n    apiTokens { id name prefix role createdAt lastUsedAt expiresAt revokedAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeToken($id: ID!) {\n    revokeApiToken(id: $id) {\n      token { id revokedAt }\n      userErrors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeToken($id: ID!) {\n    revokeApiToken(id: $id) {\n      token { id revokedAt }\n      userErrors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateUser($input: CreateUserInput!) {\n    createUser(input: $input) { user { id } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation CreateUser($input: CreateUserInput!) {\n    createUser(input: $input) { user { id } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateUser($input: UpdateUserInput!) {\n    updateUser(input: $input) { user { id } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation UpdateUser($input: UpdateUserInput!) {\n    updateUser(input: $input) { user { id } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UserList {\n    users { id email name role locale isActive agent { id name } }\n  }\n"): (typeof documents)["\n  query UserList {\n    users { id email name role locale isActive agent { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut {\n    signOut { isSignedOut userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation SignOut {\n    signOut { isSignedOut userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Notifications {\n    notifications(first: 30) {\n      nodes { id text at readAt ticket { id number subject } }\n    }\n  }\n"): (typeof documents)["\n  query Notifications {\n    notifications(first: 30) {\n      nodes { id text at readAt ticket { id number subject } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReadNotification($id: ID!) {\n    readNotification(id: $id) {\n      notification { id readAt }\n      userErrors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation ReadNotification($id: ID!) {\n    readNotification(id: $id) {\n      notification { id readAt }\n      userErrors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription Notified {\n    ticketEvents(where: { types: [\"notified\"] }) { cursor }\n  }\n"): (typeof documents)["\n  subscription Notified {\n    ticketEvents(where: { types: [\"notified\"] }) { cursor }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetShift($input: UpdateAgentInput!) {\n    updateAgent(input: $input) { agent { id shiftCalendarId } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation SetShift($input: UpdateAgentInput!) {\n    updateAgent(input: $input) { agent { id shiftCalendarId } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Skills {\n    skills { id name }\n    teams { id name }\n  }\n"): (typeof documents)["\n  query Skills {\n    skills { id name }\n    teams { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SkilledAgents($after: String) {\n    agents(first: 100, after: $after) {\n      nodes {\n        id name presence location shiftCalendarId\n        skills { level skill { id } }\n        teams { id name }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query SkilledAgents($after: String) {\n    agents(first: 100, after: $after) {\n      nodes {\n        id name presence location shiftCalendarId\n        skills { level skill { id } }\n        teams { id name }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddSkill($input: CreateSkillInput!) {\n    createSkill(input: $input) { skill { id name } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation AddSkill($input: CreateSkillInput!) {\n    createSkill(input: $input) { skill { id name } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddAgent($input: CreateAgentInput!) {\n    createAgent(input: $input) { agent { id name } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation AddAgent($input: CreateAgentInput!) {\n    createAgent(input: $input) { agent { id name } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetSkillLevels($input: SetSkillLevelsInput!) {\n    setSkillLevels(input: $input) { agents { id } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation SetSkillLevels($input: SetSkillLevelsInput!) {\n    setSkillLevels(input: $input) { agents { id } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SlaPolicies {\n    slaPolicies { ...SlaPolicyFields }\n  }\n\n  fragment SlaPolicyFields on SlaPolicy {\n    id name position condition\n    targets { metric low normal high urgent calendarId }\n  }\n"): (typeof documents)["\n  query SlaPolicies {\n    slaPolicies { ...SlaPolicyFields }\n  }\n\n  fragment SlaPolicyFields on SlaPolicy {\n    id name position condition\n    targets { metric low normal high urgent calendarId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateSlaPolicy($input: CreateSlaPolicyInput!) {\n    createSlaPolicy(input: $input) { slaPolicy { ...SlaPolicyFields } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation CreateSlaPolicy($input: CreateSlaPolicyInput!) {\n    createSlaPolicy(input: $input) { slaPolicy { ...SlaPolicyFields } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateSlaPolicy($input: UpdateSlaPolicyInput!) {\n    updateSlaPolicy(input: $input) { slaPolicy { ...SlaPolicyFields } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation UpdateSlaPolicy($input: UpdateSlaPolicyInput!) {\n    updateSlaPolicy(input: $input) { slaPolicy { ...SlaPolicyFields } userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteSlaPolicy($input: SlaPolicyIdInput!) {\n    deleteSlaPolicy(input: $input) { deletedId userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation DeleteSlaPolicy($input: SlaPolicyIdInput!) {\n    deleteSlaPolicy(input: $input) { deletedId userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TicketFacts($first: Int!) {\n    tickets(first: $first) {\n      nodes { id number subject facts }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query TicketFacts($first: Int!) {\n    tickets(first: $first) {\n      nodes { id number subject facts }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Assignees($search: String) {\n    agents(first: 20, search: $search) {\n      nodes { id name presence load capacity }\n    }\n    teams { id name }\n  }\n"): (typeof documents)["\n  query Assignees($search: String) {\n    agents(first: 20, search: $search) {\n      nodes { id name presence load capacity }\n    }\n    teams { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Macros($ticketId: ID!) {\n    macros(ticketId: $ticketId) { id name }\n  }\n"): (typeof documents)["\n  query Macros($ticketId: ID!) {\n    macros(ticketId: $ticketId) { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PressFlow($input: PressFlowInput!, $locale: Locale!) {\n    pressFlow(input: $input) {\n      ticket { ...TicketFields }\n      runs { id acted }\n      userErrors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation PressFlow($input: PressFlowInput!, $locale: Locale!) {\n    pressFlow(input: $input) {\n      ticket { ...TicketFields }\n      runs { id acted }\n      userErrors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateTicket($input: CreateTicketInput!) {\n    createTicket(input: $input) {\n      ticket { id number }\n      isDuplicate\n      userErrors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateTicket($input: CreateTicketInput!) {\n    createTicket(input: $input) {\n      ticket { id number }\n      isDuplicate\n      userErrors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Channels {\n    channels { id name type }\n  }\n"): (typeof documents)["\n  query Channels {\n    channels { id name type }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TransferTicket($input: TransferTicketInput!, $locale: Locale!) {\n    transferTicket(input: $input) {\n      ticket { ...TicketFields }\n      userErrors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation TransferTicket($input: TransferTicketInput!, $locale: Locale!) {\n    transferTicket(input: $input) {\n      ticket { ...TicketFields }\n      userErrors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WhyNot($id: ID!, $agentId: ID!, $locale: Locale!) {\n    ticket(id: $id) { id whyNot(agentId: $agentId, locale: $locale) }\n  }\n"): (typeof documents)["\n  query WhyNot($id: ID!, $agentId: ID!, $locale: Locale!) {\n    ticket(id: $id) { id whyNot(agentId: $agentId, locale: $locale) }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateTicket($input: UpdateTicketInput!, $locale: Locale!) {\n    updateTicket(input: $input) {\n      ticket { ...TicketFields }\n      userErrors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateTicket($input: UpdateTicketInput!, $locale: Locale!) {\n    updateTicket(input: $input) {\n      ticket { ...TicketFields }\n      userErrors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AssignTicket($input: AssignTicketInput!, $locale: Locale!) {\n    assignTicket(input: $input) {\n      ticket { ...TicketFields }\n      userErrors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation AssignTicket($input: AssignTicketInput!, $locale: Locale!) {\n    assignTicket(input: $input) {\n      ticket { ...TicketFields }\n      userErrors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddMessage($input: AddMessageInput!, $locale: Locale!) {\n    addMessage(input: $input) {\n      ticket { ...TicketFields }\n      userErrors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation AddMessage($input: AddMessageInput!, $locale: Locale!) {\n    addMessage(input: $input) {\n      ticket { ...TicketFields }\n      userErrors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Tickets($first: Int!, $after: String, $search: String, $filter: TicketFilterInput, $orderBy: TicketOrderInput) {\n    tickets(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {\n      edges {\n        cursor\n        node {\n          id number subject status priority category createdAt\n          contact { id name isVip }\n          queue { id name }\n          team { id name }\n          assignee { id name }\n          sla { metric state isRunning dueAt }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query Tickets($first: Int!, $after: String, $search: String, $filter: TicketFilterInput, $orderBy: TicketOrderInput) {\n    tickets(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {\n      edges {\n        cursor\n        node {\n          id number subject status priority category createdAt\n          contact { id name isVip }\n          queue { id name }\n          team { id name }\n          assignee { id name }\n          sla { metric state isRunning dueAt }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TicketFields on Ticket {\n    id number subject status priority severity level category tags language sentiment customFields externalId\n    createdAt updatedAt queuedAt assignedAt solvedAt closedAt firstOpenedAt surveyScore surveyComment\n    channel { id name type }\n    contact { id name email phone tags isVip language country city openTickets }\n    team { id name }\n    assignee { id name presence }\n    queue { id name }\n    sla { metric state isRunning dueAt sentence(locale: $locale) }\n    messages(last: 100) {\n      nodes { id author authorName visibility text createdAt }\n      pageInfo { hasPreviousPage }\n    }\n    events(last: 100) {\n      nodes { id sequence type at actorKind actorName data }\n      pageInfo { hasPreviousPage }\n    }\n    why(locale: $locale) {\n      kind at text details nodeId\n      flow { id name }\n      version { id number }\n      agent { id name }\n      run { id }\n    }\n    runs(first: 20) {\n      nodes { id at outcome waitsUntil continuesId flow { id name } version { id number } }\n    }\n  }\n"): (typeof documents)["\n  fragment TicketFields on Ticket {\n    id number subject status priority severity level category tags language sentiment customFields externalId\n    createdAt updatedAt queuedAt assignedAt solvedAt closedAt firstOpenedAt surveyScore surveyComment\n    channel { id name type }\n    contact { id name email phone tags isVip language country city openTickets }\n    team { id name }\n    assignee { id name presence }\n    queue { id name }\n    sla { metric state isRunning dueAt sentence(locale: $locale) }\n    messages(last: 100) {\n      nodes { id author authorName visibility text createdAt }\n      pageInfo { hasPreviousPage }\n    }\n    events(last: 100) {\n      nodes { id sequence type at actorKind actorName data }\n      pageInfo { hasPreviousPage }\n    }\n    why(locale: $locale) {\n      kind at text details nodeId\n      flow { id name }\n      version { id number }\n      agent { id name }\n      run { id }\n    }\n    runs(first: 20) {\n      nodes { id at outcome waitsUntil continuesId flow { id name } version { id number } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Ticket($number: Int!, $locale: Locale!) {\n    ticketByNumber(number: $number) { ...TicketFields }\n  }\n"): (typeof documents)["\n  query Ticket($number: Int!, $locale: Locale!) {\n    ticketByNumber(number: $number) { ...TicketFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription TicketUpdated($id: ID!, $locale: Locale!) {\n    ticketUpdated(id: $id) { ...TicketFields }\n  }\n"): (typeof documents)["\n  subscription TicketUpdated($id: ID!, $locale: Locale!) {\n    ticketUpdated(id: $id) { ...TicketFields }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription Created {\n    ticketEvents(where: { types: [\"created\"] }) { cursor events { id } }\n  }\n"): (typeof documents)["\n  subscription Created {\n    ticketEvents(where: { types: [\"created\"] }) { cursor events { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenTicket($input: OpenTicketInput!) {\n    openTicket(input: $input) { ticket { id firstOpenedAt } userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation OpenTicket($input: OpenTicketInput!) {\n    openTicket(input: $input) { ticket { id firstOpenedAt } userErrors { code message path } }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;
