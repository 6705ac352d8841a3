import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SpanInput } from '../forms/SpanInput.tsx';
import { spanToIso } from '../forms/span-text.ts';
import { useFieldProblems } from '../forms/use-field-problems.ts';
import { graphql } from '../graph/generated/index.ts';
import { useAction } from '../shell/use-action.ts';
import { durationMs } from '../words/times.ts';
import { WordDialog } from './WordDialog.tsx';

const PutDeclineReasonDocument = graphql(`
  mutation PutDeclineReason($input: PutDeclineReasonInput!) {
    putDeclineReason(input: $input) { declineReason { id name offerAgainAfter } userErrors { code message path } }
  }
`);

interface ReasonDialogProps {
  /** Null: a new one. */
  readonly reason: { readonly id: string; readonly name: string; readonly offerAgainAfter: string | null } | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Makes a reason to decline or changes one. */
export function ReasonDialog({ reason, onClose, onSaved }: ReasonDialogProps) {
  const { t } = useTranslation();
  const [againMs, setAgainMs] = useState(reason?.offerAgainAfter ? durationMs(reason.offerAgainAfter) : null);
  const problems = useFieldProblems(['name', 'offerAgainAfter']);
  const [put, { loading }] = useAction(PutDeclineReasonDocument);
  const save = async (name: string) => {
    const offerAgainAfter = againMs === null ? null : spanToIso(againMs);
    const input = { id: reason?.id ?? null, name, offerAgainAfter };
    if (!problems.accept((await put({ variables: { input } })).data?.putDeclineReason.userErrors)) return;
    onSaved();
    onClose();
  };
  return (
    <WordDialog
      name={reason?.name ?? null}
      titleOfNew={t('presence.addReason')}
      example={t('presence.reasonExample')}
      problems={problems}
      isBusy={loading}
      onSave={(name) => void save(name)}
      onClose={onClose}
    >
      <SpanInput
        label={t('presence.again')}
        description={t('presence.againHelp')}
        isOptional
        value={againMs}
        error={problems.of('offerAgainAfter')}
        onChange={setAgainMs}
      />
    </WordDialog>
  );
}
