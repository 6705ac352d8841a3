import { boardId } from './board.id.ts';
import { canvasId } from './canvas.id.ts';
import type { en } from './en.ts';
import { importsId } from './imports.id.ts';
import type { SameKeys } from './same-keys.ts';
import { settingsId } from './settings.id.ts';
import { shellId } from './shell.id.ts';
import { ticketsId } from './tickets.id.ts';

/** Every text on screen, in Indonesian. */
export const id: SameKeys<typeof en> = {
  ...shellId,
  board: boardId,
  imports: importsId,
  settings: settingsId,
  tickets: ticketsId,
  canvas: canvasId,
};
