import { issueText, type PortableFlow } from '@alur/engine';
import { Alert, FileButton, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../references/use-locale.ts';
import { readPortable } from './portable-file.ts';
import './exchange.css';

/** How many things wrong with a file are told. */
const MOST_ISSUES = 3;

/** A place to drop the file of a flow, or to press and pick one; says what is wrong with a file that is none. */
export function ChooseFlowFile({ onChoose }: { readonly onChoose: (portable: PortableFlow) => void }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [isOver, setIsOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const read = async (file: File | null | undefined) => {
    if (!file) return;
    const found = readPortable(await file.text());
    if (found.ok) return onChoose(found.portable);
    const texts = found.issues.slice(0, MOST_ISSUES).map((issue) => issueText(issue, locale));
    setProblem(texts.join(' '));
  };
  return (
    <Stack gap="sm">
      <FileButton accept="application/json,.json" onChange={(file) => void read(file)}>
        {(props) => (
          <UnstyledButton
            {...props}
            className="flow-file"
            data-over={isOver || undefined}
            data-autofocus
            onDragOver={(event: DragEvent) => {
              event.preventDefault();
              setIsOver(true);
            }}
            onDragLeave={() => setIsOver(false)}
            onDrop={(event: DragEvent) => {
              event.preventDefault();
              setIsOver(false);
              void read(event.dataTransfer.files[0]);
            }}
          >
            <IconFileUpload size={34} stroke={1.4} aria-hidden />
            <Text fw={600}>{t('canvas.exchange.choose')}</Text>
            <Text size="sm" className="alur-faint" maw={400} ta="center">
              {t('canvas.exchange.chooseText')}
            </Text>
          </UnstyledButton>
        )}
      </FileButton>
      {problem && (
        <Alert color="red" role="alert" icon={<IconAlertTriangle size={18} />} title={t('canvas.exchange.unreadable')}>
          {problem}
        </Alert>
      )}
    </Stack>
  );
}
