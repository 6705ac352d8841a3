import { type Issue, type PortableFlow, parsePortableFlow, portableFlowText } from '@alur/engine';

/** What a file with a flow in it turned out to be. */
export type ReadPortable =
  | { readonly ok: true; readonly portable: PortableFlow }
  | { readonly ok: false; readonly issues: readonly Issue[] };

const NOT_JSON: Issue = { code: 'NOT_A_FLOW', severity: 'error', path: [], params: {} };

/** Reads an exported flow, or a bare flow document, from the text of a file. */
export function readPortable(text: string): ReadPortable {
  try {
    return parsePortableFlow(JSON.parse(text));
  } catch {
    return { ok: false, issues: [NOT_JSON] };
  }
}

/** The name of the file a flow is saved in: `Route-VIPs.alur.json`. */
export function fileNameOf(flowName: string): string {
  return `${flowName.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'flow'}.alur.json`;
}

/** Saves a flow with its references by name as a file. */
export function downloadPortable(portable: PortableFlow): void {
  const url = URL.createObjectURL(new Blob([portableFlowText(portable)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileNameOf(portable.name);
  link.click();
  URL.revokeObjectURL(url);
}
