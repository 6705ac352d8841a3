import { expect, it } from 'vitest';
import { hashPassword, isPassword } from './password.ts';

it('knows a password by its hash, and no other', async () => {
  const hash = await hashPassword('correct horse');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPassword('correct horse', hash)).toBe(true);
  expect(await isPassword('correct horsf', hash)).toBe(false);
});

it('salts: the same password twice has two hashes', async () => {
  expect(await hashPassword('correct horse')).not.toBe(await hashPassword('correct horse'));
});

it('takes the same password typed in another Unicode form', async () => {
  expect(await isPassword('cafe\u0301', await hashPassword('caf\u00e9'))).toBe(true);
});

it('is wrong, after as much work, where there is no hash', async () => {
  expect(await isPassword('', null)).toBe(false);
});
