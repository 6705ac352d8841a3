import {
  compileFlow,
  type FlowTemplate,
  importFlow,
  type Locale,
  NO_REFERENCES,
  runGuard,
  TEMPLATE_PLACE,
} from '@alur/engine';

/** A tested ticket of a template: what it shows, and whether the template still does it. */
export interface TestedTicket {
  readonly name: string;
  readonly isPassed: boolean;
  /** How many things the flow does to the ticket. */
  readonly count: number;
}

/** Runs a template's guard tests here and now. Names stand for ids, as the tests have it. */
export function testedTickets(template: FlowTemplate, locale: Locale): readonly TestedTicket[] {
  const { flow } = importFlow(template.flow(locale), NO_REFERENCES);
  const identity = { flowId: template.key, versionId: template.key, position: 0, stopOnMatch: false };
  const pipeline = compileFlow(flow, identity);
  return template.guards(locale).map((guard) => {
    const { isPassed, did } = runGuard(pipeline, guard, TEMPLATE_PLACE);
    return { name: guard.name, isPassed, count: did.length };
  });
}
