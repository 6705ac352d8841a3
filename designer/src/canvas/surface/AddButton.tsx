import type { Position } from '@alur/engine';
import { IconPlus } from '@tabler/icons-react';

interface AddButtonProps {
  readonly label: string;
  readonly className: string;
  readonly testId: string;
  /** Called with the point under the button, where type-to-search opens. */
  readonly onPress: (at: Position) => void;
}

/** A small + that adds a step in its place. */
export function AddButton({ label, className, testId, onPress }: AddButtonProps) {
  return (
    <button
      type="button"
      className={`add-button ${className}`}
      aria-label={label}
      title={label}
      data-testid={testId}
      onClick={(event) => {
        event.stopPropagation();
        const box = event.currentTarget.getBoundingClientRect();
        onPress({ x: box.left, y: box.bottom + 6 });
      }}
    >
      <IconPlus size={12} stroke={2.4} aria-hidden />
    </button>
  );
}
