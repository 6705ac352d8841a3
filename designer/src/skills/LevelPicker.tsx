import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { LEVELS, type SkillLevel } from './matrix-edits.ts';

const LEVEL_NAMES = ['none', 'beginner', 'basic', 'solid', 'advanced', 'expert'] as const;

interface LevelPickerProps {
  /** The cell it belongs to. */
  readonly target: () => HTMLElement | null;
  readonly label: string;
  readonly level: SkillLevel;
  readonly onPick: (level: SkillLevel) => void;
  readonly onClose: () => void;
}

/** The levels to choose from, below a cell: for mouse and touch; by keyboard a digit is shorter. */
export function LevelPicker({ target, label, level, onPick, onClose }: LevelPickerProps) {
  const { t } = useTranslation();
  const boxRef = useRef<HTMLFieldSetElement>(null);
  const [place, setPlace] = useState({ top: 0, left: 0 });
  useLayoutEffect(() => {
    const cell = target()?.getBoundingClientRect();
    const box = boxRef.current?.getBoundingClientRect();
    if (!cell || !box) return;
    const isBelow = cell.bottom + box.height + 8 < window.innerHeight;
    setPlace({
      top: isBelow ? cell.bottom + 4 : cell.top - box.height - 4,
      left: Math.max(8, Math.min(cell.left, window.innerWidth - box.width - 8)),
    });
  }, [target]);
  useEffect(() => {
    const close = (event: Event) => {
      if (!(event.target instanceof Node && boxRef.current?.contains(event.target))) onClose();
    };
    const closeByKey = (event: globalThis.KeyboardEvent) => event.key === 'Escape' && onClose();
    window.addEventListener('pointerdown', close, true);
    window.addEventListener('scroll', close, true);
    window.addEventListener('keydown', closeByKey);
    return () => {
      window.removeEventListener('pointerdown', close, true);
      window.removeEventListener('scroll', close, true);
      window.removeEventListener('keydown', closeByKey);
    };
  }, [onClose]);
  return createPortal(
    <fieldset ref={boxRef} className="alur-card skills-picker" aria-label={label} style={place}>
      <p>{label}</p>
      {LEVELS.map((each) => (
        <button
          key={each}
          type="button"
          tabIndex={-1}
          aria-pressed={each === level}
          onClick={() => onPick(each)}
          data-level={each}
        >
          <span className="alur-number">{each}</span> {t(`skills.levelName.${LEVEL_NAMES[each]}`)}
        </button>
      ))}
    </fieldset>,
    document.body,
  );
}
