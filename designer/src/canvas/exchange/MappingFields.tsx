import { referencesOfKind } from '@alur/engine';
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OptionInput } from '../condition/OptionInput.tsx';
import { useReferences } from '../references/references-context.ts';
import type { Mapping } from './use-mapping.ts';

/** What this workspace lacks or has several of: a picker for each name; one left empty stays to be settled later. */
export function MappingFields({ mapping: { asked, answers, answer } }: { readonly mapping: Mapping }) {
  const { t } = useTranslation();
  const { references } = useReferences();
  if (asked.length === 0) return null;
  return (
    <section data-testid="mapping">
      <Text fw={600} size="sm">
        {t('canvas.exchange.mapping')}
      </Text>
      <Text size="xs" className="alur-faint" mb={8}>
        {t('canvas.exchange.mappingText')}
      </Text>
      <Stack gap="xs">
        {asked.map(({ kind, name, reason, candidateIds }) => {
          const all = referencesOfKind(references, kind);
          const choices = reason === 'ambiguous' ? all.filter(({ id }) => candidateIds.includes(id)) : all;
          return (
            <OptionInput
              key={`${kind} ${name}`}
              isLabelShown
              label={t(`canvas.exchange.kind.${kind}`, { name })}
              description={t(reason === 'ambiguous' ? 'canvas.exchange.ambiguous' : 'canvas.exchange.missing')}
              placeholder={t('canvas.exchange.later')}
              choices={choices.map((thing) => ({ value: thing.id, label: thing.name }))}
              isOpen={false}
              value={answers.find((each) => each.kind === kind && each.name === name)?.id ?? ''}
              onChange={(id) => answer(kind, name, id)}
            />
          );
        })}
      </Stack>
    </section>
  );
}
