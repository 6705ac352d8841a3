import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Edits a row of a list; `name` tells which, to who cannot see the row. */
export function EditButton({ name, onClick }: { readonly name: string; readonly onClick: () => void }) {
  const { t } = useTranslation();
  const label = t('settings.edit');
  return (
    <Button variant="subtle" size="compact-sm" aria-label={`${label}: ${name}`} onClick={onClick}>
      {label}
    </Button>
  );
}
