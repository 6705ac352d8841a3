import { boardEn } from './board.en.ts';
import { canvasEn } from './canvas.en.ts';
import { importsEn } from './imports.en.ts';
import { settingsEn } from './settings.en.ts';
import { shellEn } from './shell.en.ts';
import { ticketsEn } from './tickets.en.ts';

/** Every text on screen, in English. Each room keeps its own file; `id.ts` has exactly the same keys. */
export const en = {
  ...shellEn,
  board: boardEn,
  imports: importsEn,
  settings: settingsEn,
  tickets: ticketsEn,
  canvas: canvasEn,
};
