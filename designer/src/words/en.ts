import { boardEn } from './board.en.ts';
import { calendarsEn } from './calendars.en.ts';
import { canvasEn } from './canvas.en.ts';
import { formsEn } from './forms.en.ts';
import { importsEn } from './imports.en.ts';
import { learningEn } from './learning.en.ts';
import { presenceEn } from './presence.en.ts';
import { settingsEn } from './settings.en.ts';
import { shellEn } from './shell.en.ts';
import { shiftsEn } from './shifts.en.ts';
import { skillsEn } from './skills.en.ts';
import { slaEn } from './sla.en.ts';
import { ticketsEn } from './tickets.en.ts';

/** Every text on screen, in English. Each room keeps its own file; `id.ts` has exactly the same keys. */
export const en = {
  ...shellEn,
  board: boardEn,
  imports: importsEn,
  calendars: calendarsEn,
  forms: formsEn,
  sla: slaEn,
  skills: skillsEn,
  shifts: shiftsEn,
  learning: learningEn,
  presence: presenceEn,
  settings: settingsEn,
  tickets: ticketsEn,
  canvas: canvasEn,
};
