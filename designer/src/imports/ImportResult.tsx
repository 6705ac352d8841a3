import { Alert, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { badRowsCsv, downloadCsv } from './bad-rows-csv.ts';
import type { ImportEnd, ImportProgress } from './run-import.ts';

interface ImportResultProps {
  readonly fileName: string;
  readonly progress: ImportProgress | null;
  readonly end: ImportEnd;
  readonly onClose: () => void;
  readonly onAgain: () => void;
}

const ROWS_SHOWN = 200;

/** What became of the file: rows taken, known before, and refused, with line, column and reason. */
export function ImportResult({ fileName, progress, end, onClose, onAgain }: ImportResultProps) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const rowErrors = progress?.rowErrors ?? [];
  const titles = [t('imports.line'), t('imports.column'), t('imports.reason')] as const;
  return (
    <Stack gap="md">
      {end.kind === 'refused' && (
        <Alert color="red" role="alert">
          {t('imports.refused')} {end.message}
        </Alert>
      )}
      {end.kind === 'cancelled' && <Alert color="yellow">{t('imports.cancelled')}</Alert>}
      <SimpleGrid cols={3} role="status">
        {(['accepted', 'duplicates', 'rejected'] as const).map((name) => (
          <div key={name} className="imports-count">
            <span className="alur-number">{number.format(progress?.[name] ?? 0)}</span>
            <Text size="sm" className="alur-faint">
              {t(`imports.${name}`)}
            </Text>
          </div>
        ))}
      </SimpleGrid>
      {rowErrors.length > 0 && (
        <>
          <Group justify="space-between">
            <Text fw={600}>{t('imports.badRows')}</Text>
            <Button
              variant="default"
              size="sm"
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={() => downloadCsv(`${fileName}.errors.csv`, badRowsCsv(rowErrors, titles))}
            >
              {t('imports.download')}
            </Button>
          </Group>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable (WCAG 2.1.1) */}
          <section className="imports-preview" tabIndex={0} aria-label={t('imports.badRows')}>
            <table>
              <thead>
                <tr>
                  {titles.map((title) => (
                    <th key={title} scope="col">
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rowErrors.slice(0, ROWS_SHOWN).map(({ line, column, reason }) => (
                  <tr key={`${line} ${column} ${reason}`}>
                    <td className="alur-number">{line}</td>
                    <td>{column}</td>
                    <td className="imports-reason">{reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          {rowErrors.length > ROWS_SHOWN && (
            <Text size="sm" className="alur-faint">
              {t('imports.firstRows', { shown: ROWS_SHOWN, total: number.format(rowErrors.length) })}
            </Text>
          )}
        </>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onAgain}>
          {t('imports.another')}
        </Button>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </Group>
    </Stack>
  );
}
