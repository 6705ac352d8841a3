/** Fetches the canvas and its library, which phones and the list of flows do without. Asking twice costs nothing. */
export const loadCanvas = () => import('./FlowCanvas.tsx');
