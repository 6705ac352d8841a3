/**
 * Solves: the largest `objective · x` with `rows · x <= limits` and `x >= 0`, for limits of 0 or more, by the simplex
 * method with Bland's rule, which never cycles. Output: the largest value. Throws where there is none.
 */
export function maximize(
  objective: readonly number[],
  rows: readonly (readonly number[])[],
  limits: readonly number[],
): number {
  const width = objective.length + rows.length;
  const table = rows.map((row, at) => {
    const line = new Float64Array(width + 1);
    line.set(row);
    line[objective.length + at] = 1;
    line[width] = limits[at] ?? 0;
    return line;
  });
  const costs = new Float64Array(width + 1);
  for (const [at, cost] of objective.entries()) costs[at] = -cost;
  const basis = rows.map((_, at) => objective.length + at);
  for (;;) {
    const entering = costs.findIndex((cost, at) => at < width && cost < -1e-10);
    if (entering < 0) return costs[width] ?? 0;
    let leaving = -1;
    let leastRatio = Number.POSITIVE_INFINITY;
    for (const [at, line] of table.entries()) {
      const pivot = line[entering] ?? 0;
      if (pivot <= 1e-10) continue;
      const ratio = (line[width] ?? 0) / pivot;
      const isTied = Math.abs(ratio - leastRatio) < 1e-12 && (basis[at] ?? 0) < (basis[leaving] ?? 0);
      if (ratio < leastRatio - 1e-12 || isTied) {
        leastRatio = ratio;
        leaving = at;
      }
    }
    const pivotLine = table[leaving];
    if (pivotLine === undefined) throw new Error('The objective grows without end.');
    const pivot = pivotLine[entering] ?? 1;
    for (let at = 0; at <= width; at++) pivotLine[at] = (pivotLine[at] ?? 0) / pivot;
    for (const line of [...table, costs]) {
      const factor = line[entering] ?? 0;
      if (line === pivotLine || factor === 0) continue;
      for (let at = 0; at <= width; at++) line[at] = (line[at] ?? 0) - factor * (pivotLine[at] ?? 0);
    }
    basis[leaving] = entering;
  }
}
