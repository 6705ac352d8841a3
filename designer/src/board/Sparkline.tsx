interface SparklineProps {
  readonly values: readonly number[];
}

const WIDTH = 100;
const HEIGHT = 28;
/** A flat line then runs below the upper edge. */
const HEADROOM = 1.25;

/** The course of a figure in one small line. Decoration beside the number, so it says nothing to screen readers. */
export function Sparkline({ values }: SparklineProps) {
  if (values.length < 2) return <svg className="board-spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" />;
  const top = Math.max(1, ...values) * HEADROOM;
  const step = WIDTH / (values.length - 1);
  const points = values.map(
    (value, index) => `${round(index * step)},${round(HEIGHT - 2 - (value / top) * (HEIGHT - 4))}`,
  );
  const line = `M${points.join('L')}`;
  return (
    <svg className="board-spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <path d={`${line}L${WIDTH},${HEIGHT}L0,${HEIGHT}Z`} className="board-spark-area" />
      <path d={line} className="board-spark-line" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
