import { expect, it } from 'vitest';
import { ConfigInvalid, loadConfig } from './config.ts';

it('has a default for everything', () => {
  expect(loadConfig({}, '/srv/alur')).toEqual({
    port: 4000,
    host: '127.0.0.1',
    dataDirectory: '/srv/alur/.alur',
    databaseUrl: null,
    logLevel: 'warn',
    allowedOrigins: [],
    trustedProxies: 0,
  });
});

it('takes an empty value for an absent one', () => {
  expect(loadConfig({ PORT: '', DATABASE_URL: '' }, '/')).toMatchObject({ port: 4000, databaseUrl: null });
});

it('names every bad key at once and prints no value', () => {
  const env = {
    PORT: 'eighty',
    DATABASE_URL: 'mysql://root:hunter2@db',
    ALUR_LOG_LEVEL: 'loud',
    ALUR_ALLOWED_ORIGINS: 'not-an-origin',
  };
  const attempt = () => loadConfig(env, '/');
  expect(attempt).toThrow(ConfigInvalid);
  for (const key of Object.keys(env)) expect(attempt).toThrow(new RegExp(`${key} must be`));
  for (const value of Object.values(env)) expect(attempt).not.toThrow(value);
});
