import { useQuery } from '@apollo/client/react';
import { Anchor, Loader, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDocument, useEditor } from '../editor/editor-context.ts';
import { FlowCheckDocument } from '../flow-documents.ts';
import { useReferences } from '../references/references-context.ts';
import { useLocale } from '../references/use-locale.ts';
import { useIssues } from './issues-store.ts';
import './problems.css';

/** How long edits rest before the server is asked, in milliseconds. */
const ASK_DELAY_MS = 800;

/** What publishing would mean beside the other live flows: asked of the server, where the flow has no errors itself. */
export function AcrossFlows({ onGo }: { readonly onGo?: () => void }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { flowId, actions } = useEditor();
  const { references } = useReferences();
  const errorCount = useIssues((issues) => issues.errorCount);
  const [document] = useDebouncedValue(
    useDocument(({ flow }) => flow),
    ASK_DELAY_MS,
  );
  const { data, loading, error } = useQuery(FlowCheckDocument, {
    variables: { flowId, document, locale: locale === 'id' ? 'ID' : 'EN' },
    skip: errorCount > 0 || document.nodes.length === 0,
    fetchPolicy: 'network-only',
  });
  if (errorCount > 0 || document.nodes.length === 0) return null;
  const found = (data?.flowCheck ?? []).filter((issue) => issue.flowId !== null || issue.otherFlowId !== null);
  const nameOf = (id: string) => references.flows.find((flow) => flow.id === id)?.name ?? id;
  return (
    <section data-testid="across-flows">
      <Text fw={600} size="sm" mb={4}>
        {t('canvas.problems.across')} {loading && <Loader size={12} ml={6} />}
      </Text>
      {error && (
        <Text size="sm" className="alur-faint">
          {t('canvas.problems.acrossUnknown')}
        </Text>
      )}
      {data && found.length === 0 && (
        <Text size="sm" className="alur-faint">
          {t('canvas.problems.acrossNone')}
        </Text>
      )}
      <ul className="issues">
        {found.map(({ code, message, nodeId, otherFlowId, flowId: about }) => {
          const other = [otherFlowId, about].find((id) => id !== null && id !== flowId);
          return (
            <li key={`${code} ${message}`} className="issue">
              <IconAlertTriangle size={17} color="var(--mantine-color-yellow-7)" aria-hidden />
              <span>
                {message}{' '}
                {nodeId !== null && about === flowId && (
                  <Anchor
                    component="button"
                    type="button"
                    size="sm"
                    onClick={() => {
                      actions.openNode(nodeId);
                      onGo?.();
                    }}
                  >
                    {t('canvas.problems.toStep')}
                  </Anchor>
                )}{' '}
                {other && (
                  <Anchor
                    size="sm"
                    renderRoot={(props) => <Link {...props} to="/flows/$flowId" params={{ flowId: other }} />}
                  >
                    {t('canvas.problems.toFlow', { flow: nameOf(other) })}
                  </Anchor>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
