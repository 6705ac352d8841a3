import type { References } from '@alur/engine';
import { z } from 'zod';

const reference = z.object({ id: z.string(), name: z.string() });

const customField = z.object({
  key: z.string(),
  label: z.string(),
  type: z.enum(['text', 'number', 'boolean', 'date', 'option', 'set']),
  options: z.array(z.string()),
});

const references = z.object({
  queues: z.array(reference),
  teams: z.array(reference),
  agents: z.array(reference),
  skills: z.array(reference),
  channels: z.array(reference.extend({ type: z.string() })),
  customFields: z.array(customField),
  contactAttributes: z.array(customField),
  calendars: z.array(reference),
  credentials: z.array(reference),
  slaPolicies: z.array(reference),
  flows: z.array(reference.extend({ isLive: z.boolean() })),
  categories: z.array(z.string()),
  tags: z.array(z.string()),
});

/** What the API gives as `references`, checked. Throws where it isn't what the API promises. */
export function readReferencesOrThrow(json: unknown): References {
  return references.parse(json);
}
