import type { canvasEn } from './canvas.en.ts';
import type { SameKeys } from './same-keys.ts';

export const canvasId: SameKeys<typeof canvasEn> = {
  title: 'Alur',
};
