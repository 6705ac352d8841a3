import { Box } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { Failure } from './Failure.tsx';

/** A page that could not load or stopped working. */
export function PageFailure({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Box p="lg" maw={720}>
      <Failure error={error} onRetry={retry} />
    </Box>
  );
}
