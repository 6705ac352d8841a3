import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { textToClock } from './clock-text.ts';

interface ClockFieldProps {
  readonly label: string;
  /** `HH:MM`, up to 24:00. */
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (clock: string) => void;
}

/**
 * A time of day on 24 hours, typed freely and read when the field is left. Browsers' own time fields know no 24:00 and
 * may ask for AM and PM.
 */
export function ClockField({ label, value, isWrong, onChange }: ClockFieldProps) {
  const [typed, setTyped] = useState(value);
  const [isUnread, setIsUnread] = useState(false);
  useEffect(() => setTyped(value), [value]);
  const read = () => {
    const clock = textToClock(typed);
    setIsUnread(clock === null);
    if (clock === null) return;
    setTyped(clock);
    if (clock !== value) onChange(clock);
  };
  return (
    <TextInput
      size="sm"
      w={74}
      className="alur-number"
      inputMode="numeric"
      maxLength={5}
      placeholder="00:00"
      aria-label={label}
      error={isWrong || isUnread}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={read}
      onKeyDown={(event) => event.key === 'Enter' && read()}
    />
  );
}
