import { FileButton, Text, UnstyledButton } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './imports.css';

const ACCEPTED = '.csv,.tsv,.txt,.ndjson,.jsonl,text/csv,application/x-ndjson';

/** A place to drop a file, or to press and pick one. */
export function ChooseFile({ onChoose }: { readonly onChoose: (file: File) => void }) {
  const { t } = useTranslation();
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onChoose(file);
  };
  return (
    <FileButton accept={ACCEPTED} onChange={(file) => file && onChoose(file)}>
      {(props) => (
        <UnstyledButton
          {...props}
          className="imports-drop"
          data-over={isOver || undefined}
          data-autofocus
          onDragOver={(event: DragEvent) => {
            event.preventDefault();
            setIsOver(true);
          }}
          onDragLeave={() => setIsOver(false)}
          onDrop={drop}
        >
          <IconFileUpload size={36} stroke={1.4} aria-hidden />
          <Text fw={600}>{t('imports.choose')}</Text>
          <Text size="sm" className="alur-faint" maw={420} ta="center">
            {t('imports.chooseText')}
          </Text>
        </UnstyledButton>
      )}
    </FileButton>
  );
}
