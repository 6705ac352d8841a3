import { boardId } from './board.id.ts';
import { calendarsId } from './calendars.id.ts';
import { canvasId } from './canvas.id.ts';
import type { en } from './en.ts';
import { formsId } from './forms.id.ts';
import { importsId } from './imports.id.ts';
import { learningId } from './learning.id.ts';
import { presenceId } from './presence.id.ts';
import type { SameKeys } from './same-keys.ts';
import { settingsId } from './settings.id.ts';
import { shellId } from './shell.id.ts';
import { shiftsId } from './shifts.id.ts';
import { skillsId } from './skills.id.ts';
import { slaId } from './sla.id.ts';
import { ticketsId } from './tickets.id.ts';

/** Every text on screen, in Indonesian. */
export const id: SameKeys<typeof en> = {
  ...shellId,
  board: boardId,
  imports: importsId,
  calendars: calendarsId,
  forms: formsId,
  sla: slaId,
  skills: skillsId,
  shifts: shiftsId,
  learning: learningId,
  presence: presenceId,
  settings: settingsId,
  tickets: ticketsId,
  canvas: canvasId,
};
