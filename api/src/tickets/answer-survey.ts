import type { Actor } from '../access/actor.ts';
import { handleEvents } from '../runs/handle-events.ts';
import { changeTicket, type TicketParts } from './change-ticket.ts';
import { TicketCheck } from './ticket-check.ts';

/** Characters of a comment, at the most. */
const COMMENT_LENGTH = 5_000;

export interface SurveyAnswer {
  readonly ticketId: string;
  /** 1 to 5. */
  readonly score: number;
  readonly comment?: string | null;
}

/** Stores the customer's answer to the survey, in place of an earlier one, and runs the flows that listen. @throws Refusal, NOT_FOUND */
export async function answerSurvey(parts: TicketParts, actor: Actor, answer: SurveyAnswer): Promise<void> {
  const check = new TicketCheck();
  check.between(answer.score, 1, 5, 'score');
  check.written(answer.comment, COMMENT_LENGTH, 'comment');
  check.refuseIfWrong();
  const { ticketId, score } = answer;
  await changeTicket(parts, actor.workspaceId, ticketId, ({ handling, inHand }) => {
    const { contact } = inHand;
    inHand.ticket = {
      ...inHand.ticket,
      surveyScore: score,
      surveyComment: answer.comment?.trim() || null,
      surveyAnsweredAt: handling.now,
    };
    inHand.log('surveyAnswered', { kind: 'customer', id: contact.id, name: contact.name }, { score });
    handleEvents(handling, inHand, [{ type: 'surveyAnswered', ticketId, actor: { kind: 'customer', id: contact.id } }]);
  });
}
