import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { refusal } from './refusal.ts';

/** Runs a transaction; a row that must be unique and isn't becomes a user error. @throws Refusal TAKEN */
export async function orTaken<T>(message: string, path: readonly string[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) throw refusal('TAKEN', message, ...path);
    throw error;
  }
}
