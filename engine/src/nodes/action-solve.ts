import { closingAction } from './closing-action.ts';

/** Sets the status to solved. The customer may still answer, which reopens the ticket. */
export const actionSolve = closingAction({
  kind: 'action.solve',
  status: 'solved',
  label: { en: 'Solve ticket', id: 'Selesaikan tiket' },
  help: { en: 'Marks the ticket as solved', id: 'Menandai tiket sebagai terselesaikan' },
});
