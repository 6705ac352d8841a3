const { process: host } = globalThis as { readonly process?: { readonly env: Record<string, string | undefined> } };

/** Whether properties run at their full length: with `ALUR_NIGHTLY=1` in the environment. */
export const isNightly = host?.env.ALUR_NIGHTLY === '1';
