/** Texts of the canvas and the list of flows. */
export const canvasEn = {
  title: 'Flows',
};
