import { Button, FileInput, Group, NumberInput, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../forms/FormDialog.tsx';
import { useFieldProblems } from '../forms/use-field-problems.ts';
import { showDone } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';
import { ImportHolidaysDocument, type StoredCalendar } from './calendar-documents.ts';

interface ImportHolidaysProps {
  /** Null while the calendar is not saved yet. */
  readonly calendarId: string | null;
  readonly onImported: (calendar: StoredCalendar) => void;
}

/** Takes holidays from an .ics file, as public calendars offer them. */
export function ImportHolidays({ calendarId, onImported }: ImportHolidaysProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        size="sm"
        variant="default"
        leftSection={<IconFileImport size={16} aria-hidden />}
        disabled={calendarId === null}
        title={calendarId === null ? t('calendars.saveFirst') : undefined}
        onClick={() => setIsOpen(true)}
      >
        {t('calendars.import')}
      </Button>
      {isOpen && calendarId !== null && (
        <ImportDialog calendarId={calendarId} onImported={onImported} onClose={() => setIsOpen(false)} />
      )}
    </>
  );
}

interface ImportDialogProps {
  readonly calendarId: string;
  readonly onImported: (calendar: StoredCalendar) => void;
  readonly onClose: () => void;
}

const FIELDS = ['ics', 'fromYear', 'toYear'] as const;

function ImportDialog({ calendarId, onImported, onClose }: ImportDialogProps) {
  const { t } = useTranslation();
  const thisYear = new Date().getFullYear();
  const [file, setFile] = useState<File | null>(null);
  const [fromYear, setFromYear] = useState(thisYear);
  const [toYear, setToYear] = useState(thisYear + 2);
  const [hasNoFile, setHasNoFile] = useState(false);
  const problems = useFieldProblems(FIELDS);
  const [importHolidays, { loading }] = useAction(ImportHolidaysDocument);

  const submit = async () => {
    setHasNoFile(file === null);
    if (!file) return;
    const input = { calendarId, ics: await file.text(), fromYear, toYear };
    const payload = (await importHolidays({ variables: { input } })).data?.importHolidays;
    if (!problems.accept(payload?.userErrors) || !payload?.calendar) return;
    const added = payload.added ?? 0;
    showDone(added === 0 ? t('calendars.importedNone') : t('calendars.imported', { count: added }));
    onImported(payload.calendar);
    onClose();
  };

  const year = (field: 'fromYear' | 'toYear', value: number, set: (value: number) => void) => (
    <NumberInput
      label={t(`calendars.${field}`)}
      min={1970}
      max={2199}
      allowDecimal={false}
      thousandSeparator=""
      value={value}
      error={problems.of(field)}
      onChange={(next) => set(Number(next) || thisYear)}
    />
  );
  return (
    <FormDialog
      title={t('calendars.import')}
      submitLabel={t('calendars.importNow')}
      isBusy={loading}
      problems={problems.rest}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Text size="sm" className="alur-faint">
        {t('calendars.importHelp')}
      </Text>
      <FileInput
        label={t('calendars.file')}
        placeholder={t('calendars.choose')}
        accept=".ics,text/calendar"
        data-autofocus
        clearable
        value={file}
        error={hasNoFile ? t('common.required') : problems.of('ics')}
        onChange={setFile}
      />
      <Group grow align="flex-start">
        {year('fromYear', fromYear, setFromYear)}
        {year('toYear', toYear, setToYear)}
      </Group>
    </FormDialog>
  );
}
