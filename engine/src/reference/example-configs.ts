const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const isBilling = { fact: 'ticket.category', op: 'is', value: 'Billing' };
const isUrgent = { fact: 'ticket.priority', op: 'is', value: 'urgent' };
const refire = { policy: 'oncePerEpisode' };

/** A config for each kind that shows what it is for, in the example workspace; it has nothing to mend. */
export const EXAMPLE_CONFIGS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'trigger.ticketCreated': { channels: ['whatsapp'] },
  'trigger.ticketAssigned': { scope: 'team' },
  'trigger.ticketOpened': {},
  'trigger.ticketReplied': { by: 'customer' },
  'trigger.ticketUpdated': { fields: ['ticket.priority'], to: 'urgent' },
  'trigger.slaChecked': {
    metric: 'firstReply',
    policyId: 'gold',
    at: { type: 'warning', beforeMs: 15 * MINUTE_MS },
    refire,
  },
  'trigger.ticketIdle': { waitingOn: 'customer', forMs: 48 * HOUR_MS, clock: 'business', calendarId: 'office', refire },
  'trigger.ticketTransferred': {},
  'trigger.ticketSolved': {},
  'trigger.ticketClosed': {},
  'trigger.ticketReopened': {},
  'trigger.customerOffline': { afterMs: 5 * MINUTE_MS, refire },
  'trigger.agentUnavailable': { afterMs: 10 * MINUTE_MS, refire },
  'trigger.surveyAnswered': { atMost: 2 },
  'trigger.schedule': { cron: '0 9 * * 1-5', condition: isUrgent, refire },
  'trigger.manual': { roles: ['agent'], teamIds: ['tier-2'] },
  'trigger.webhook': { name: 'payment-failed' },
  'filter.condition': { condition: { all: [isBilling, { fact: 'contact.isVip', op: 'is', value: true }] } },
  'filter.switch': {
    cases: [
      { id: 'billing', condition: isBilling },
      { id: 'urgent', condition: isUrgent },
    ],
  },
  'filter.split': {
    shares: [
      { id: 'new', label: 'New reply', percent: 20 },
      { id: 'old', label: 'Old reply', percent: 80 },
    ],
  },
  'action.setFields': { fields: { 'ticket.priority': 'high', 'ticket.language': { fact: 'contact.language' } } },
  'action.tags': { add: ['vip'], remove: [] },
  'action.route': {
    queueId: 'billing',
    requirement: { skills: [{ skillId: 'refunds', level: 3 }], language: 'ticket' },
    timeoutMs: 30 * MINUTE_MS,
    ladder: [{ queueId: 'general', requirement: { skills: [] } }],
    prefer: 'lastAgent',
  },
  'action.assign': { agentId: 'dewi' },
  'action.unassign': { from: 'agent' },
  'action.transfer': { teamId: 'tier-2', reason: 'Needs a specialist' },
  'action.escalate': {},
  'action.reply': { text: 'Hello {{ contact.name }}, we are looking into it.' },
  'action.note': { text: 'Ticket {{ ticket.number }} came by WhatsApp.' },
  'action.notify': { recipients: [{ kind: 'supervisors' }], way: 'email', text: 'Please look at {{ ticket.number }}.' },
  'action.survey': { question: 'How satisfied are you?' },
  'action.solve': { message: 'We are glad we could help.' },
  'action.close': {},
  'action.classify': { fields: ['category', 'language'] },
  'action.suggestReply': {},
  'action.answer': {},
  'action.lookupContact': {},
  'action.webhook': {
    url: 'https://crm.example/customers?email={{ contact.email }}',
    method: 'GET',
    body: '',
    credentialId: 'crm',
    answers: [{ name: 'plan', path: 'customer.plan', type: 'text' }],
  },
  'action.startFlow': { flowId: 'follow-up' },
  'control.wait': {
    until: { type: 'duration', ms: 2 * HOUR_MS, clock: 'business', calendarId: 'office' },
    ends: [{ type: 'ticketReplied', by: 'customer' }],
  },
  'control.sequence': {
    actions: [
      { kind: 'action.tags', config: { add: ['vip'], remove: [] } },
      { kind: 'action.assign', config: { agentId: 'dewi' } },
    ],
    onError: 'stop',
  },
  'control.parallel': {
    actions: [
      { kind: 'action.lookupContact', config: {} },
      { kind: 'action.classify', config: { fields: ['category'] } },
    ],
  },
  'control.join': { waitsFor: 'all' },
  'control.stop': { laterFlows: true },
};
