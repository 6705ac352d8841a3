import { comparePipelines, type Pipeline } from './compile-flow.ts';

/** Two lists in running order as one. Few are put among many with few comparisons. */
export function mergePipelines(many: readonly Pipeline[], few: readonly Pipeline[]): Pipeline[] {
  const pieces: Pipeline[][] = [];
  let from = 0;
  for (const pipeline of few) {
    const to = placeOf(pipeline, many, from);
    pieces.push(many.slice(from, to), [pipeline]);
    from = to;
  }
  return pieces.flat().concat(many.slice(from));
}

/** The index, `from` or later, before which a pipeline runs. */
function placeOf(pipeline: Pipeline, ordered: readonly Pipeline[], from: number): number {
  let low = from;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = ordered[middle];
    if (other && comparePipelines(other, pipeline) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
