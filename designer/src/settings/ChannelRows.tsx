import { Checkbox, NumberInput, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface ChannelRowsProps {
  /** Types of the workspace's channels. */
  readonly known: readonly string[];
  /** Null: every channel. */
  readonly served: readonly string[] | null;
  readonly capacity: Readonly<Record<string, number>>;
  readonly problem: string | undefined;
  readonly onChange: (part: {
    readonly channelTypes?: readonly string[] | null;
    readonly channelCapacity?: Readonly<Record<string, number>>;
  }) => void;
}

/** Which channels somebody serves, and how much of each at most. */
export function ChannelRows({ known, served, capacity, problem, onChange }: ChannelRowsProps) {
  const { t } = useTranslation();
  const types = [...new Set([...known, ...(served ?? []), ...Object.keys(capacity)])];
  if (types.length === 0) return null;
  const serve = (type: string, isServed: boolean) => {
    const next = types.filter((each) => (each === type ? isServed : (served ?? types).includes(each)));
    // Nobody serves no channel at all: that is what being away is for.
    if (next.length > 0) onChange({ channelTypes: next.length === types.length ? null : next });
  };
  const limit = (type: string, units: number | null) => {
    const { [type]: _, ...others } = capacity;
    onChange({ channelCapacity: units === null ? others : { ...others, [type]: units } });
  };
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500}>
        {t('settings.agents.channels')}
      </Text>
      <Text size="xs" className="alur-faint">
        {t('settings.agents.channelsHelp')}
      </Text>
      <div className="settings-channels">
        {types.map((type) => {
          const isServed = served === null || served.includes(type);
          return (
            <div key={type}>
              <Checkbox
                label={type}
                checked={isServed}
                onChange={(event) => serve(type, event.currentTarget.checked)}
              />
              <NumberInput
                size="sm"
                aria-label={t('settings.agents.channelCapacity', { channel: type })}
                placeholder={t('settings.agents.noLimit')}
                disabled={!isServed}
                min={0}
                max={1000}
                allowDecimal={false}
                value={capacity[type] ?? ''}
                onChange={(value) => limit(type, value === '' ? null : Number(value))}
              />
            </div>
          );
        })}
      </div>
      {problem && (
        <Text size="xs" c="red" role="alert">
          {problem}
        </Text>
      )}
    </Stack>
  );
}
