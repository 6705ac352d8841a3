import type { Flow } from '@alur/engine';

/** Saves a flow as a JSON file named after it. */
export function downloadFlow(name: string, flow: Flow): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(flow, null, 2)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'flow'}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
