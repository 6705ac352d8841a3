import type { OperationVariables } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { showFailure } from './notices.ts';

/**
 * A mutation that never throws: where the request fails, the reader is told why and `data` is undefined.
 * What the server refuses (`userErrors`) is in the data.
 */
export function useAction<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
) {
  const [mutate, { loading }] = useMutation<TData, TVariables>(document);
  const run = async (...options: Parameters<typeof mutate>) => {
    try {
      const { data } = await mutate(...options);
      return { data };
    } catch (error) {
      showFailure(error);
      return { data: undefined };
    }
  };
  return [run, { loading }] as const;
}
