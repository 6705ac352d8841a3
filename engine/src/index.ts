/** The engine's public door: parse, check, compile and run flows; say why; assign tickets. Pure and synchronous. */
export type { BusinessClock } from './calendar/business-clock.ts';
export type { Calendar, CalendarException, Holiday, OpenInterval } from './calendar/calendar.ts';
export {
  CALENDAR_LIMITS,
  type CalendarIssue,
  type CalendarIssueCode,
  calendarIssueText,
  calendarSchema,
  checkCalendar,
} from './calendar/check-calendar.ts';
export { CALENDAR_YEARS, compileCalendar } from './calendar/compile-calendar.ts';
export { checkFlow, hasErrors } from './compile/check-flow.ts';
export { checkFlowInProgram, checkProgram } from './compile/check-program.ts';
export { compileFlow, type Pipeline, type PipelineIdentity } from './compile/compile-flow.ts';
export { exportFlow } from './compile/export-flow.ts';
export {
  type ImportedFlow,
  importFlow,
  type ReferenceMapping,
  type UnresolvedReference,
} from './compile/import-flow.ts';
export { issueText } from './compile/issue-text.ts';
export { linkProgram, type Program, type ProgramChange, relinkProgram } from './compile/link-program.ts';
export { matchFlows } from './compile/match/match-flows.ts';
export {
  type FlowTitle,
  type ParsedPortableFlow,
  type PortableFlow,
  type PortableReference,
  parsePortableFlow,
  portableFlowText,
} from './compile/portable-flow.ts';
export type { GuardedPolicy, ProgramFlow, ProgramIssue, ProgramWorld } from './compile/program-world.ts';
export { checkCondition } from './conditions/check-condition.ts';
export type { CalendarReference, CalendarValue, ClockValue, WeekdaysValue } from './conditions/comparison-value.ts';
export {
  type CompiledCondition,
  type ConditionInput,
  compileCondition,
  evaluateCondition,
} from './conditions/compile-condition.ts';
export { type Comparison, type Condition, type ParsedCondition, parseCondition } from './conditions/condition.ts';
export { comparisonPredicate, comparisonSentence, conditionSentence } from './conditions/condition-sentence.ts';
export type { ComparisonTrace, ConditionTrace } from './conditions/condition-trace.ts';
export {
  isOperator,
  OPERATOR_HELP,
  OPERATOR_LABELS,
  OPERATORS,
  type Operator,
  type OperatorDefinition,
  operatorsOf,
  type ValueShape,
} from './conditions/operators.ts';
export {
  type Actor,
  type ActorKind,
  type ActorRole,
  type Due,
  type FieldChanges,
  TICKET_EVENT_TYPES,
  type TicketEvent,
  type TicketEventType,
} from './facts/event.ts';
export {
  ATTRIBUTE_FACT_PREFIX,
  CUSTOM_FACT_PREFIX,
  FACT_GROUPS,
  type FactDefinition,
  type FactGroup,
  type FactOption,
  factCatalogue,
  findFact,
  referencesOfKind,
} from './facts/fact-catalogue.ts';
export { OFFERED_LANGUAGES } from './facts/fact-options.ts';
export { type Facts, type FactType, type FactValue, readFact } from './facts/fact-value.ts';
export { listText } from './facts/list-text.ts';
export { type Names, REFERENCE_KINDS, type ReferenceKind } from './facts/names.ts';
export {
  SLA_METRIC_LABELS,
  SLA_METRICS,
  SLA_POLICY_FACT,
  type SlaMetric,
  slaCalendarFact,
  slaDueAtFact,
  slaSinceFact,
  slaStateFact,
  slaTimeLeftFact,
} from './facts/sla-facts.ts';
export { durationText } from './facts/value-text.ts';
export { isTimeZone } from './facts/zoned-time.ts';
export {
  EMPTY_FLOW,
  FLOW_FORMAT,
  FLOW_LIMITS,
  type Flow,
  type FlowEdge,
  type FlowNode,
  type FlowNote,
  type Position,
} from './flow/flow.ts';
export { ISSUE_CODES, type Issue, type IssueCode, type IssuePlace, WARNING_CODES } from './flow/issue.ts';
export { LOCALES, type Locale, type LocalText } from './flow/locale.ts';
export { type ParsedFlow, parseFlow, parseFlowText } from './flow/parse-flow.ts';
export {
  type CredentialReference,
  type CustomField,
  type FlowReference,
  NO_REFERENCES,
  type Reference,
  type References,
} from './flow/references.ts';
export {
  PROVIDERS,
  type Provider,
  type TimeInput,
  type TimeTrigger,
  type TriggerMissReason,
} from './nodes/behaviour.ts';
export { compileTemplate } from './nodes/compile-template.ts';
export { CONTROL_NAMES, type ControlName, type FieldMeta } from './nodes/control.ts';
export { WAIT_END_TYPES } from './nodes/control-wait.ts';
export { type Cron, nextCronMoment, parseCron } from './nodes/cron.ts';
export { cronSentence } from './nodes/cron-sentence.ts';
export type { NodeDefinition, NodeGroup, Port, ReferenceUse } from './nodes/define-node.ts';
export type { Effect, FailureReason, Firing, Recipient } from './nodes/effect.ts';
export { armedFor, firingNow, firingSeen } from './nodes/firing.ts';
export { flowCatalogue } from './nodes/flow-catalogue.ts';
export { LISTABLE_ACTIONS } from './nodes/listable-actions.ts';
export { namesOf } from './nodes/names-of.ts';
export { configJsonSchema, NODE_CATALOGUE, nodeDefinition } from './nodes/node-catalogue.ts';
export { checkTemplate, parseTemplate, type TemplatePart, templateFacts } from './nodes/template.ts';
export { FILTER_NAMES } from './nodes/template-filters.ts';
export type { ReferenceField } from './reference/reference-fields.ts';
export { referenceMarkdown } from './reference/reference-markdown.ts';
export {
  type ReferenceFact,
  type ReferenceKindEntry,
  type ReferenceOperator,
  type ReferencePage,
  referenceOf,
} from './reference/reference-page.ts';
export { type AssignTicketsInput, assignTickets } from './routing/assign-tickets.ts';
export {
  type Assignment,
  type AssignmentExplanation,
  type AssignmentRound,
  type CustomStatus,
  type Exclusion,
  type ExclusionReason,
  type FairDrain,
  POLICIES,
  type Policy,
  type Presence,
  type Priority,
  type RoutingAgent,
  type WaitExplanation,
  type WaitingTicket,
} from './routing/assignment.ts';
export { type Costing, type HeldTicket, holdsCapacity, loadsOf, roomFor } from './routing/capacity.ts';
export { type Demand, exclusionFor, meetsRequirement } from './routing/exclusion-for.ts';
export {
  type ExplanationNames,
  explainAssignment,
  explainExclusion,
  explainWait,
} from './routing/explain-assignment.ts';
export type { ExplanationLocale } from './routing/explanation-words.ts';
export {
  type Climb,
  type ClimbInput,
  climbLadder,
  type EnqueuedLadder,
  enterLadder,
  expandLadder,
  type LadderPlace,
  type Rung,
  relaxesEarly,
  resumeLadder,
} from './routing/ladder.ts';
export {
  type Handling,
  type LearnedCell,
  type LearningOptions,
  learnProficiency,
  type ProficiencyOverride,
  type ProficiencyTable,
  withProficiencies,
} from './routing/learn-proficiency.ts';
export {
  type DeclineReason,
  declinedByAt,
  makeOffer,
  type Offer,
  type OfferEvent,
  type OfferStep,
  stepOffer,
} from './routing/offer.ts';
export { type PresenceInput, type PresenceNow, presenceAt, scheduledCapacity } from './routing/presence-at.ts';
export { classKeyOf, levelProficiency } from './routing/proficiency.ts';
export {
  AFFINITIES,
  type Affinity,
  type LadderTarget,
  type Requirement,
  type SkillRequirement,
} from './routing/requirement.ts';
export { REROUTE_RULES, type RerouteInput, type RerouteRule, rerouteOf } from './routing/reroute.ts';
export { escalatedLevel, type LevelPerson, peopleOfLevel } from './routing/support-level.ts';
export { CASCADE_DEPTH } from './run/cascade.ts';
export { type DueTrigger, dueTriggers } from './run/due-triggers.ts';
export { explainBriefly, explainConsideration, explainRun, type VersionTitle } from './run/explain-consideration.ts';
export { explainStep, explainTrace, seenText } from './run/explain-step.ts';
export { failureText } from './run/failure-text.ts';
export { MESSAGE_BUDGETS, recipientsOf } from './run/message-budget.ts';
export { raiseEvents } from './run/raise-events.ts';
export { resumeRun, runEvent } from './run/run-event.ts';
export type { RunContext, RunOutcome, SentMessage, StoredRun } from './run/run-outcome.ts';
export type { CascadeEvent, CascadeStop, Consideration, Run, Step } from './run/trace.ts';
export { dueAtMsOf, type Token, type WaitingRun, type Wake } from './run/waiting-run.ts';
export {
  type ExpectedEffect,
  type GuardEvent,
  type GuardPlace,
  type GuardResult,
  type GuardTest,
  runGuard,
} from './simulate/guard-test.ts';
export {
  type Answer,
  type Play,
  type PlayedMoment,
  playTicket,
  type ScriptedMoment,
  type Transcript,
} from './simulate/virtual-clock.ts';
export { type Aggregate, aggregate, quantile } from './sla/aggregate.ts';
export { type ParsedSlaPolicy, parseSlaPolicy } from './sla/check-sla-policy.ts';
export type { ClockEvent, Stretch } from './sla/clock-episodes.ts';
export { clockSentence } from './sla/clock-sentence.ts';
export { compileSla, type Sla, type SlaInput } from './sla/compile-sla.ts';
export {
  METRIC_DEFINITIONS,
  type MetricDefinition,
  type MetricUnit,
  metricDefinition,
} from './sla/metric-definitions.ts';
export {
  abandonment,
  csat,
  occupancy,
  POSITIVE_SCORE,
  type QueuedTicket,
  type Share,
  serviceLevel,
  shareOf,
  slaAttainment,
  type TimeOnDuty,
} from './sla/shares.ts';
export {
  AT_RISK_SHARE,
  currentClock,
  type SlaClock,
  type SlaReading,
  type SlaState,
  type TargetInForce,
} from './sla/sla-clock.ts';
export type { SlaEvent } from './sla/sla-event.ts';
export { slaFacts } from './sla/sla-facts.ts';
export { SLA_PRIORITIES, type SlaPolicy, type SlaPriority, type SlaTarget } from './sla/sla-policy.ts';
export { type SlaMoment, type SlaTimer, slaTimers } from './sla/sla-timers.ts';
export type { FlowTemplate } from './templates/flow-template.ts';
export { FLOW_TEMPLATES } from './templates/flow-templates.ts';
export { TEMPLATE_PLACE } from './templates/guard-words.ts';
