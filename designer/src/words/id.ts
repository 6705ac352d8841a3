import { boardId } from './board.id.ts';
import { canvasId } from './canvas.id.ts';
import type { en } from './en.ts';
import type { SameKeys } from './same-keys.ts';
import { shellId } from './shell.id.ts';

/** Every text on screen, in Indonesian. */
export const id: SameKeys<typeof en> = { ...shellId, board: boardId, canvas: canvasId };
