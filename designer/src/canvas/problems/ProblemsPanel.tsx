import { Stack, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconExclamationCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../editor/editor-context.ts';
import { AcrossFlows } from './AcrossFlows.tsx';
import { type KnownIssue, useIssues } from './issues-store.ts';
import './problems.css';

/** Everything the check found, errors first; a click goes to the step. */
export function ProblemsPanel() {
  const { t } = useTranslation();
  const all = useIssues((issues) => issues.all);
  const errorCount = useIssues((issues) => issues.errorCount);
  if (all.length === 0) {
    return (
      <>
        <Stack align="center" gap={6} py="xl" ta="center">
          <IconCircleCheck size={30} stroke={1.6} color="var(--mantine-color-teal-6)" aria-hidden />
          <Text fw={600}>{t('canvas.problems.none')}</Text>
          <Text size="sm" className="alur-faint">
            {t('canvas.problems.noneText')}
          </Text>
        </Stack>
        <AcrossFlows />
      </>
    );
  }
  return (
    <Stack gap="sm">
      <Text size="sm" className="alur-faint">
        {t(errorCount > 0 ? 'canvas.problems.blocking' : 'canvas.problems.warningsOnly')}
      </Text>
      <IssueList issues={all} />
      <AcrossFlows />
    </Stack>
  );
}

/** Problems as a list; each goes to its step. */
export function IssueList({ issues, onGo }: { readonly issues: readonly KnownIssue[]; readonly onGo?: () => void }) {
  const { actions } = useEditor();
  return (
    <ul className="issues" data-testid="issues">
      {issues.map((issue, index) => {
        const { nodeId } = issue;
        const content = (
          <>
            {issue.severity === 'error' ? (
              <IconExclamationCircle size={17} color="var(--mantine-color-red-6)" aria-hidden />
            ) : (
              <IconAlertTriangle size={17} color="var(--mantine-color-yellow-7)" aria-hidden />
            )}
            <span>{issue.text}</span>
          </>
        );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two issues may say the same
          <li key={index}>
            {nodeId === undefined ? (
              <div className="issue">{content}</div>
            ) : (
              <UnstyledButton
                className="issue"
                onClick={() => {
                  actions.openNode(nodeId);
                  onGo?.();
                }}
              >
                {content}
              </UnstyledButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}
