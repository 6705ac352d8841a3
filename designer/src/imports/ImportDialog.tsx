import { Alert, Modal } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../graph/failure.ts';
import { useKnownReferences } from '../tickets/known-references.ts';
import { ChooseFile } from './ChooseFile.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportProgressView } from './ImportProgressView.tsx';
import { ImportResult } from './ImportResult.tsx';
import { type ColumnMapping, isIncidentLog, matchColumns } from './match-columns.ts';
import { type ImportFile, readImportFile } from './read-import-file.ts';
import { type ImportEnd, type ImportProgress, runImport } from './run-import.ts';

/** choose -> preview -> running -> ended; from the preview one may choose again. */
type Stage =
  | { readonly at: 'choose' }
  | {
      readonly at: 'preview';
      readonly file: ImportFile;
      readonly mapping: ColumnMapping;
      readonly isIncidentLog: boolean;
    }
  | { readonly at: 'running'; readonly startedAtMs: number; readonly progress: ImportProgress | null }
  | {
      readonly at: 'ended';
      readonly fileName: string;
      readonly progress: ImportProgress | null;
      readonly end: ImportEnd;
    };

/** Brings tickets in from a CSV or newline-delimited JSON file, and tells which rows were not taken and why. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { references } = useKnownReferences();
  const [stage, setStage] = useState<Stage>({ at: 'choose' });
  const [problem, setProblem] = useState<string | null>(null);
  const abort = useRef(new AbortController());
  useEffect(() => () => abort.current.abort(), []);

  const choose = async (chosen: File) => {
    setProblem(null);
    const read = await readImportFile(chosen);
    if (!read.ok) return setProblem(t(`imports.problem.${read.problem}`));
    const { file } = read;
    setStage({
      at: 'preview',
      file,
      mapping: matchColumns(file.columns, references.customFields),
      isIncidentLog: isIncidentLog(file.columns),
    });
  };

  const start = async (file: ImportFile, mapping: ColumnMapping | null) => {
    setProblem(null);
    abort.current = new AbortController();
    const startedAtMs = Date.now();
    let latest: ImportProgress | null = null;
    setStage({ at: 'running', startedAtMs, progress: null });
    try {
      const end = await runImport({
        file,
        mapping,
        signal: abort.current.signal,
        onProgress: (progress) => {
          latest = progress;
          setStage({ at: 'running', startedAtMs, progress });
        },
      });
      setStage({ at: 'ended', fileName: file.name, progress: latest, end });
    } catch (error) {
      const message = t(`failure.${failureOf(error).kind}`);
      setStage({ at: 'ended', fileName: file.name, progress: latest, end: { kind: 'refused', message } });
    }
  };

  const isRunning = stage.at === 'running';
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('imports.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('common.close') }}
      closeOnEscape={!isRunning}
      closeOnClickOutside={false}
      withCloseButton={!isRunning}
    >
      {problem && (
        <Alert color="red" role="alert" mb="md">
          {problem}
        </Alert>
      )}
      {stage.at === 'choose' && <ChooseFile onChoose={(file) => void choose(file)} />}
      {stage.at === 'preview' && (
        <ImportPreview
          file={stage.file}
          mapping={stage.mapping}
          isIncidentLog={stage.isIncidentLog}
          customFields={references.customFields}
          onMapping={(mapping) => setStage({ ...stage, mapping })}
          onIncidentLog={(on) => setStage({ ...stage, isIncidentLog: on })}
          onBack={() => setStage({ at: 'choose' })}
          onStart={() => void start(stage.file, stage.isIncidentLog ? null : stage.mapping)}
        />
      )}
      {isRunning && (
        <ImportProgressView
          progress={stage.progress}
          startedAtMs={stage.startedAtMs}
          onCancel={() => abort.current.abort()}
        />
      )}
      {stage.at === 'ended' && <ImportResult {...stage} onClose={onClose} onAgain={() => setStage({ at: 'choose' })} />}
    </Modal>
  );
}
