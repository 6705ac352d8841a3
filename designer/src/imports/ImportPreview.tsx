import type { CustomField } from '@alur/engine';
import { Alert, Button, Group, Select, Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ColumnMapping, IMPORT_FIELDS } from './match-columns.ts';
import type { ImportFile } from './read-import-file.ts';
import './imports.css';

interface ImportPreviewProps {
  readonly file: ImportFile;
  readonly mapping: ColumnMapping;
  readonly isIncidentLog: boolean;
  readonly customFields: readonly CustomField[];
  readonly onMapping: (mapping: ColumnMapping) => void;
  readonly onIncidentLog: (on: boolean) => void;
  readonly onBack: () => void;
  readonly onStart: () => void;
}

/** The first rows of the file, each column with the field it goes to. */
export function ImportPreview(props: ImportPreviewProps) {
  const { t } = useTranslation();
  const { file, mapping, isIncidentLog, customFields } = props;
  const hasSubject = [...mapping.values()].includes('subject');
  const canStart = isIncidentLog || hasSubject;
  return (
    <Stack gap="md">
      <Text size="sm">
        <strong>{file.name}</strong> · {t(`imports.format.${file.format}`)} ·{' '}
        {t('imports.columns', { count: file.columns.length })}
      </Text>
      <Switch
        checked={isIncidentLog}
        onChange={(event) => props.onIncidentLog(event.currentTarget.checked)}
        label={t('imports.incidentLog')}
        description={t('imports.incidentLogText')}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable (WCAG 2.1.1) */}
      <section className="imports-preview" tabIndex={0} aria-label={t('imports.preview')}>
        <table>
          <thead>
            {!isIncidentLog && (
              <tr>
                {file.columns.map((column) => (
                  <th key={column} scope="col">
                    <FieldSelect
                      column={column}
                      mapping={mapping}
                      customFields={customFields}
                      onMapping={props.onMapping}
                    />
                  </th>
                ))}
              </tr>
            )}
            <tr>
              {file.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {file.rows.map((row, rowIndex) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file never change places
              <tr key={rowIndex}>
                {file.columns.map((column, index) => (
                  <td key={column}>{row[index]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {!canStart && <Alert color="yellow">{t('imports.subjectNeeded')}</Alert>}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={props.onBack}>
          {t('imports.another')}
        </Button>
        <Button disabled={!canStart} onClick={props.onStart}>
          {t('imports.start')}
        </Button>
      </Group>
    </Stack>
  );
}

interface FieldSelectProps {
  readonly column: string;
  readonly mapping: ColumnMapping;
  readonly customFields: readonly CustomField[];
  readonly onMapping: (mapping: ColumnMapping) => void;
}

function FieldSelect({ column, mapping, customFields, onMapping }: FieldSelectProps) {
  const { t } = useTranslation();
  const own = mapping.get(column) ?? null;
  const taken = new Set(mapping.values());
  const isTaken = (field: string) => field !== own && taken.has(field);
  return (
    <Select
      size="xs"
      w={170}
      aria-label={t('imports.fieldOf', { column })}
      placeholder={t('imports.leaveOut')}
      clearable
      searchable
      value={own}
      onChange={(field) => onMapping(new Map(mapping).set(column, field))}
      data={[
        {
          group: t('imports.ticketFields'),
          items: IMPORT_FIELDS.map((field) => ({
            value: field as string,
            label: t(`imports.field.${field}`),
            disabled: isTaken(field),
          })),
        },
        ...(customFields.length > 0
          ? [
              {
                group: t('imports.ownFields'),
                items: customFields.map(({ key, label }) => ({
                  value: `custom.${key}`,
                  label,
                  disabled: isTaken(`custom.${key}`),
                })),
              },
            ]
          : []),
      ]}
    />
  );
}
