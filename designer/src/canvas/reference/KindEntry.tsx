import type { ReferenceKindEntry } from '@alur/engine';
import { Anchor, Badge, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StepIcon } from '../palette/StepIcon.tsx';

interface KindEntryProps {
  readonly entry: ReferenceKindEntry;
  /** The address names it. */
  readonly isSought: boolean;
}

/** One kind of step: what it is for, how it reads, its ways out, its settings and what it gives to later steps. */
export function KindEntry({ entry, isSought }: KindEntryProps) {
  const { t } = useTranslation();
  const { kind, label, help, example, ports, fields, results } = entry;
  return (
    <article className="reference-kind" id={kind} data-sought={isSought || undefined}>
      <header>
        <StepIcon kind={kind} size={34} />
        <div>
          <Title order={3}>
            <Anchor href={`#${kind}`} inherit c="inherit">
              {label}
            </Anchor>
          </Title>
          <Text size="sm" className="alur-faint">
            {help}
          </Text>
        </div>
        <code className="reference-key">{kind}</code>
      </header>
      <p className="reference-example">{example}</p>
      {ports.length > 0 && (
        <p className="reference-ports">
          <span>{t('canvas.reference.ports')}</span>
          {ports.map((port) => (
            <Badge key={port.id} variant="light" color="gray" tt="none" size="md">
              {port.label}
            </Badge>
          ))}
        </p>
      )}
      {fields.length > 0 && (
        <dl className="reference-fields">
          {fields.map((field) => (
            <div key={field.key}>
              <dt>
                {field.label}
                {!field.isRequired && <span className="alur-faint"> · {t('canvas.reference.optional')}</span>}
              </dt>
              <dd>
                {field.takes}
                {field.limits && ` (${field.limits})`}
                {field.help && <span className="alur-faint"> — {field.help}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {results.length > 0 && (
        <Text size="sm">
          {t('canvas.reference.gives')}{' '}
          {results.map(({ name, label: called, type }) => `${called} (${name}, ${type})`).join('; ')}
        </Text>
      )}
    </article>
  );
}
