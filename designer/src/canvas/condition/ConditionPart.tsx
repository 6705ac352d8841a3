import type { FactDefinition, Locale } from '@alur/engine';
import { ActionIcon, Box, Button, Group, SegmentedControl, Stack, Text, Tooltip } from '@mantine/core';
import { IconExclamationCircle, IconPlus, IconTrash, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ComparisonRow } from './ComparisonRow.tsx';
import {
  addAt,
  type DraftCondition,
  type DraftPath,
  EMPTY_COMPARISON,
  groupOf,
  type Joint,
  makeGroup,
  partAt,
  replaceAt,
} from './draft-condition.ts';

interface ConditionPartProps {
  /** The whole condition, and where in it this part stands. */
  readonly root: DraftCondition;
  readonly path: DraftPath;
  readonly facts: readonly FactDefinition[];
  readonly locale: Locale;
  readonly onChange: (root: DraftCondition) => void;
}

/** A part of a condition with its own editor: a group (nested ones indented), a negation, or one comparison. */
export function ConditionPart(props: ConditionPartProps) {
  const { root, path, onChange } = props;
  const part = partAt(root, path);
  if (!part) return null;
  if (groupOf(part)) return <GroupPart {...props} />;
  if ('not' in part) return <NegationPart {...props} />;
  if (!('fact' in part)) return null;
  const isRoot = path.length === 0;
  const parentPath = path.at(-1) === 'not' ? path.slice(0, -1) : path;
  return (
    <ComparisonRow
      comparison={part}
      facts={props.facts}
      locale={props.locale}
      onChange={(next) => onChange(replaceAt(root, path, next))}
      onCopy={() => onChange(addAt(root, isRoot ? [] : parentPath.slice(0, -1), part))}
      onRemove={isRoot ? undefined : () => onChange(replaceAt(root, path, null))}
    />
  );
}

function GroupPart(props: ConditionPartProps) {
  const { root, path, onChange } = props;
  const { t } = useTranslation();
  const part = partAt(root, path);
  const group = part && groupOf(part);
  if (!group) return null;
  const { joint, items } = group;
  const isNested = path.length > 0;
  const set = (next: DraftCondition | null) => onChange(replaceAt(root, path, next));
  return (
    <Box
      className={isNested ? 'alur-condition-group' : undefined}
      role="group"
      aria-label={t(`canvas.condition.${joint}`)}
    >
      <Stack gap={8}>
        {(isNested || items.length > 1) && (
          <Group justify="space-between" wrap="nowrap">
            <SegmentedControl
              size="xs"
              aria-label={t('canvas.condition.joint')}
              value={joint}
              data={[
                { value: 'all', label: t('canvas.condition.all') },
                { value: 'any', label: t('canvas.condition.any') },
              ]}
              onChange={(next) => set(makeGroup(next as Joint, items))}
            />
            {isNested && (
              <Group gap={2} wrap="nowrap">
                <Tooltip label={t('canvas.condition.negate')}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('canvas.condition.negate')}
                    onClick={() => set({ not: makeGroup(joint, items) })}
                  >
                    <IconExclamationCircle size={15} />
                  </ActionIcon>
                </Tooltip>
                <Tooltip label={t('canvas.condition.removeGroup')}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('canvas.condition.removeGroup')}
                    onClick={() => set(null)}
                  >
                    <IconTrash size={15} />
                  </ActionIcon>
                </Tooltip>
              </Group>
            )}
          </Group>
        )}
        {items.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a condition have no identity but their place
          <ConditionPart key={index} {...props} path={[...path, index]} />
        ))}
        {items.length === 0 && (
          <ComparisonRow
            comparison={EMPTY_COMPARISON}
            facts={props.facts}
            locale={props.locale}
            onChange={(next) => onChange(addAt(root, path, next))}
            onCopy={() => {}}
          />
        )}
        {items.length > 0 && (
          <Group gap={6}>
            <Button
              size="compact-xs"
              variant="light"
              leftSection={<IconPlus size={12} />}
              onClick={() => onChange(addAt(root, path, EMPTY_COMPARISON))}
            >
              {t('canvas.condition.add')}
            </Button>
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<IconPlus size={12} />}
              onClick={() =>
                onChange(addAt(root, path, makeGroup(joint === 'all' ? 'any' : 'all', [EMPTY_COMPARISON])))
              }
            >
              {t('canvas.condition.addGroup')}
            </Button>
          </Group>
        )}
      </Stack>
    </Box>
  );
}

function NegationPart(props: ConditionPartProps) {
  const { root, path, onChange } = props;
  const { t } = useTranslation();
  const inner = partAt(root, [...path, 'not']);
  if (!inner) return null;
  return (
    <Box className="alur-condition-not" role="group" aria-label={t('canvas.condition.not')}>
      <Group justify="space-between" mb={6}>
        <Text size="xs" fw={600}>
          {t('canvas.condition.not')}
        </Text>
        <Tooltip label={t('canvas.condition.unnegate')}>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={t('canvas.condition.unnegate')}
            onClick={() => onChange(replaceAt(root, path, inner))}
          >
            <IconX size={14} />
          </ActionIcon>
        </Tooltip>
      </Group>
      <ConditionPart {...props} path={[...path, 'not']} />
    </Box>
  );
}
