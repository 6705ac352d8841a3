import * as z from 'zod';
import type { LocalText } from '../flow/locale.ts';
import { control } from './control.ts';
import { LONGEST_TEMPLATE } from './template.ts';

/** The schema of a text with `{{ fact }}` variables. */
export function messageField(label: LocalText, help?: LocalText) {
  return z
    .string()
    .max(LONGEST_TEMPLATE)
    .meta(control('template', label, help ? { help } : {}));
}
