import { ActionIcon, Group, NumberInput, Tooltip } from '@mantine/core';
import { IconRotate } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ProficiencyControlProps {
  readonly label: string;
  /** Above 0, at most 1. */
  readonly proficiency: number;
  /** Set by hand, so that it can be given back. */
  readonly isSet: boolean;
  /** Null: as it is known without. */
  readonly onSet: (proficiency: number | null) => void;
}

/** A proficiency in per cent, taken over when the field is left. */
export function ProficiencyControl({ label, proficiency, isSet, onSet }: ProficiencyControlProps) {
  const { t } = useTranslation();
  const shown = Math.round(proficiency * 100);
  const [typed, setTyped] = useState<number | string>(shown);
  useEffect(() => setTyped(shown), [shown]);
  const take = () => {
    const percent = Number(typed);
    if (typed === '' || !(percent >= 1 && percent <= 100)) setTyped(shown);
    else if (percent !== shown) onSet(percent / 100);
  };
  return (
    <Group gap={4} wrap="nowrap" display="inline-flex">
      <NumberInput
        size="xs"
        w={86}
        aria-label={label}
        suffix=" %"
        min={1}
        max={100}
        allowDecimal={false}
        value={typed}
        onChange={setTyped}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
      <Tooltip label={t('learning.giveBack')} disabled={!isSet}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          disabled={!isSet}
          aria-label={`${t('learning.giveBack')}: ${label}`}
          onClick={() => onSet(null)}
        >
          <IconRotate size={15} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
