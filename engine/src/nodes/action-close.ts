import { closingAction } from './closing-action.ts';

/** Sets the status to closed, for good. Everything that still waits for the ticket is called off. */
export const actionClose = closingAction({
  kind: 'action.close',
  status: 'closed',
  label: { en: 'Close ticket', id: 'Tutup tiket' },
  help: { en: 'Closes the ticket for good', id: 'Menutup tiket untuk seterusnya' },
});
