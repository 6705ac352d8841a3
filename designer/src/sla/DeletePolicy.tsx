import { useTranslation } from 'react-i18next';
import { ConfirmDelete } from '../forms/ConfirmDelete.tsx';
import { useFieldProblems } from '../forms/use-field-problems.ts';
import { useAction } from '../shell/use-action.ts';
import type { StoredPolicy } from './policy-draft.ts';
import { DeleteSlaPolicyDocument, SlaPoliciesDocument } from './sla-documents.ts';

interface DeletePolicyProps {
  readonly policy: StoredPolicy;
  readonly onDeleted: () => void;
}

/** Deletes a policy after a question. */
export function DeletePolicy({ policy, onDeleted }: DeletePolicyProps) {
  const { t } = useTranslation();
  const refused = useFieldProblems([]);
  const [remove, { loading }] = useAction(DeleteSlaPolicyDocument);
  const confirm = async () => {
    const { data } = await remove({ variables: { input: { id: policy.id } }, refetchQueries: [SlaPoliciesDocument] });
    if (refused.accept(data?.deleteSlaPolicy.userErrors)) onDeleted();
  };
  return (
    <ConfirmDelete
      title={t('sla.deleteTitle', { name: policy.name })}
      text={t('sla.deleteText')}
      isBusy={loading}
      problems={refused.rest}
      onDelete={() => void confirm()}
    />
  );
}
