import { useTranslation } from 'react-i18next';
import { ConfirmDelete } from '../forms/ConfirmDelete.tsx';
import { useFieldProblems } from '../forms/use-field-problems.ts';
import { useAction } from '../shell/use-action.ts';
import { CalendarsDocument, DeleteCalendarDocument, type StoredCalendar } from './calendar-documents.ts';

interface DeleteCalendarProps {
  readonly calendar: StoredCalendar;
  readonly onDeleted: () => void;
}

/** Deletes a calendar after a question; the workspace's own can't be, and says why. */
export function DeleteCalendar({ calendar, onDeleted }: DeleteCalendarProps) {
  const { t } = useTranslation();
  const refused = useFieldProblems([]);
  const [remove, { loading }] = useAction(DeleteCalendarDocument);
  const confirm = async () => {
    const { data } = await remove({ variables: { input: { id: calendar.id } }, refetchQueries: [CalendarsDocument] });
    if (refused.accept(data?.deleteCalendar.userErrors)) onDeleted();
  };
  return (
    <ConfirmDelete
      title={t('calendars.deleteTitle', { name: calendar.name })}
      text={t('calendars.deleteText')}
      reason={calendar.isDefault ? t('calendars.ownStays') : undefined}
      isBusy={loading}
      problems={refused.rest}
      onDelete={() => void confirm()}
    />
  );
}
