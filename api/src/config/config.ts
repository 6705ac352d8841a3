import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';

/** How this process was asked to run. Read once at start. */
export interface Config {
  readonly port: number;
  /** The address to listen on. Only this computer unless asked otherwise. */
  readonly host: string;
  /** Absolute; holds the embedded database and the operator token. */
  readonly dataDirectory: string;
  /** PostgreSQL; null means the embedded database in the data directory. */
  readonly databaseUrl: string | null;
  readonly logLevel: LogLevel;
  /** Origins besides the server's own from which browsers may call. */
  readonly allowedOrigins: readonly string[];
  /** How many reverse proxies in front may be believed about addresses and https. */
  readonly trustedProxies: number;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Thrown when the environment can't be used; the message names every bad key and prints no value. */
export class ConfigInvalid extends Error {}

const origin = z.string().refine((text) => URL.canParse(text) && new URL(text).origin === text);

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().max(65_535))
    .default(4000),
  ALUR_HOST: z.string().min(1).default('127.0.0.1'),
  ALUR_DATA_DIR: z.string().min(1).default('.alur'),
  DATABASE_URL: z.string().refine(isPostgresUrl).optional(),
  ALUR_LOG_LEVEL: z.enum(LOG_LEVELS).default('warn'),
  ALUR_ALLOWED_ORIGINS: z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(origin))
    .default([]),
  ALUR_TRUSTED_PROXIES: z.string().regex(/^\d$/).transform(Number).default(0),
});

/** What each key must be, for people who got it wrong. */
const EXPECTED: Readonly<Record<keyof z.input<typeof environment>, string>> = {
  PORT: 'a port number from 0 to 65535',
  ALUR_HOST: 'an address to listen on, for example 127.0.0.1 or 0.0.0.0',
  ALUR_DATA_DIR: 'a directory for the data',
  DATABASE_URL: 'a PostgreSQL address such as postgres://user:password@host:5432/database',
  ALUR_LOG_LEVEL: `one of ${LOG_LEVELS.join(', ')}`,
  ALUR_ALLOWED_ORIGINS: 'origins divided by commas, for example https://desk.example.org',
  ALUR_TRUSTED_PROXIES: 'a number from 0 to 9',
};

/**
 * Reads the configuration from environment variables; empty ones count as absent.
 *
 * @param baseDirectory what a relative data directory is relative to.
 * @throws ConfigInvalid naming every key that is wrong.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>, baseDirectory: string): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  const wrong = parsed.error?.issues.map(({ path }) => String(path[0]) as keyof typeof EXPECTED) ?? [];
  const complaints = [...new Set(wrong)].map((key) => `  ${key} must be ${EXPECTED[key]}.`);
  if (!parsed.success) throw new ConfigInvalid(`Alur can't start with these settings:\n${complaints.join('\n')}`);
  const { data } = parsed;
  return {
    port: data.PORT,
    host: data.ALUR_HOST,
    dataDirectory: isAbsolute(data.ALUR_DATA_DIR)
      ? data.ALUR_DATA_DIR
      : resolve(join(baseDirectory, data.ALUR_DATA_DIR)),
    databaseUrl: data.DATABASE_URL ?? null,
    logLevel: data.ALUR_LOG_LEVEL,
    allowedOrigins: data.ALUR_ALLOWED_ORIGINS,
    trustedProxies: data.ALUR_TRUSTED_PROXIES,
  };
}

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol);
}
