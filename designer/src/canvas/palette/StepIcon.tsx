import { groupOfKind, iconOf } from '../surface/step-look.ts';
import './palette.css';

/** The icon of a kind in the colour of its group. */
export function StepIcon({ kind, size = 28 }: { readonly kind: string; readonly size?: number }) {
  const Icon = iconOf(kind);
  return (
    <span
      className="kind-icon"
      data-group={groupOfKind(kind) ?? 'unknown'}
      style={{ width: size, height: size }}
      aria-hidden
    >
      <Icon size={Math.round(size * 0.6)} stroke={1.9} />
    </span>
  );
}
