/** What the lint must find, and what it must let pass: a rule or a path, the file to plant, its text. */

const CLOCK = 'export const now = () => new Date();\n';
const ENVIRONMENT = 'export const port = process.env.PORT;\n';
const READING = "export { readFileSync } from 'node:fs';\n";

export const FORBIDDEN: readonly [rule: string, path: string, text: string][] = [
  // Time, chance and the world are arguments.
  ['noRestrictedGlobals', 'shared/plan/rotation/clock.ts', CLOCK],
  ['noRestrictedGlobals', 'shared/plan/rotation/typed.ts', 'export type Due = { at: Date };\n'],
  ['noRestrictedGlobals', 'functions/clock.ts', CLOCK],
  ['noRestrictedGlobals', 'functions/routes/clock.ts', CLOCK],
  ['noRestrictedGlobals', 'functions/adapters/other.ts', CLOCK],
  ['noRestrictedGlobals', 'infra/local/clock-in-host.ts', CLOCK],
  [
    'noRestrictedGlobals',
    'shared/views/email/get.ts',
    "export const get = () => fetch('/plan');\n",
  ],
  ['noRestrictedGlobals', 'functions/get.ts', "export const get = () => fetch('/plan');\n"],
  [
    'noRestrictedGlobals',
    'shared/base/time/wait.ts',
    'export const wait = () => setTimeout(() => 1, 1);\n',
  ],
  [
    'noRestrictedGlobals',
    'shared/store/chance.ts',
    'export const id = () => crypto.randomUUID();\n',
  ],
  ['noRestrictedImports', 'shared/store/id.ts', "export { randomUUID } from 'node:crypto';\n"],
  ['noProcessEnv', 'functions/adapters/outbox.ts', ENVIRONMENT],
  ['noProcessEnv', 'functions/settings.ts', ENVIRONMENT],
  ['noRestrictedGlobals', 'shared/base/links/settings.ts', ENVIRONMENT],
  // shared <- functions <- infra/local <- test
  [
    'noRestrictedImports',
    'shared/plan/rotation/up.ts',
    "export { a } from '#functions/sweep.ts';\n",
  ],
  [
    'noRestrictedImports',
    'shared/plan/rotation/far.ts',
    "export { a } from '#infra/local/a.ts';\n",
  ],
  ['noRestrictedImports', 'shared/base/time/up.ts', "export { a } from '#functions/sweep.ts';\n"],
  [
    'noRestrictedImports',
    'shared/plan/rotation/around.ts',
    "export { a } from '../../../functions/sweep.ts';\n",
  ],
  ['noRestrictedImports', 'functions/around.ts', "export { a } from '../infra/local/main.ts';\n"],
  ['noRestrictedImports', 'functions/up.ts', "export { a } from '#infra/local/main.ts';\n"],
  ['noRestrictedImports', 'functions/test.ts', "export { a } from '../test/shared/a.ts';\n"],
  ['noRestrictedImports', 'functions/routes/up.ts', "export { a } from '#infra/local/a.ts';\n"],
  ['noRestrictedImports', 'functions/adapters/up.ts', "export { a } from '#infra/local/a.ts';\n"],
  ['noRestrictedImports', 'functions/adapters/up.ts', "export { a } from '../enqueue.ts';\n"],
  ['noRestrictedImports', 'functions/adapters/up.ts', "export { a } from '#functions/a.ts';\n"],
  ['noRestrictedImports', 'infra/local/up.ts', "export { a } from '../../test/season/a.ts';\n"],
  ['noRestrictedImports', 'infra/local/cloud.ts', "export { a } from '#infra/aws/app.ts';\n"],
  ['noRestrictedImports', 'infra/aws/host.ts', "export { a } from '#infra/local/main.ts';\n"],
  ['noImportCycles', 'shared/a.ts', "import { b } from './b.ts';\nexport const a = () => b;\n"],
  // SDKs, files and databases live in the adapters.
  ['noRestrictedImports', 'shared/views/email/read.ts', READING],
  [
    'noRestrictedImports',
    'shared/views/email/late.ts',
    "export const late = () => import('node:fs');\n",
  ],
  ['noRestrictedImports', 'shared/base/time/read.ts', READING],
  ['noRestrictedImports', 'shared/store/rows.ts', "export { DatabaseSync } from 'node:sqlite';\n"],
  [
    'noRestrictedImports',
    'shared/views/pages/serve.ts',
    "export { createServer } from 'node:http';\n",
  ],
  [
    'noRestrictedImports',
    'shared/views/email/sdk.ts',
    "export { SESClient } from '@aws-sdk/client-ses';\n",
  ],
  [
    'noRestrictedImports',
    'shared/views/email/send.ts',
    "export { createTransport } from 'nodemailer';\n",
  ],
  [
    'noRestrictedImports',
    'shared/plan/rotation/stack.ts',
    "export { Stack } from 'aws-cdk-lib/core';\n",
  ],
  ['noRestrictedImports', 'functions/read.ts', READING],
  ['noRestrictedImports', 'functions/sdk.ts', "export { SESClient } from '@aws-sdk/client-ses';\n"],
  ['noRestrictedImports', 'functions/rows.ts', "export { DatabaseSync } from 'node:sqlite';\n"],
  ['noRestrictedImports', 'functions/adapters/stack.ts', "export { Stack } from 'aws-cdk-lib';\n"],
  [
    'noRestrictedImports',
    'infra/local/sdk.ts',
    "export { SESClient } from '@aws-sdk/client-ses';\n",
  ],
  ['noRestrictedImports', 'infra/aws/sdk.ts', "export { SESClient } from '@aws-sdk/client-ses';\n"],
  // How a file is written.
  ['noRestrictedImports', 'shared/store/z.ts', "import { z } from 'zod';\nexport const a = z;\n"],
  ['noDefaultExport', 'shared/plan/rotation/default.ts', 'export default 1;\n'],
  ['noEnum', 'shared/plan/rotation/enum.ts', 'export enum Stage {\n  One,\n}\n'],
  [
    'noParameterProperties',
    'shared/plan/rotation/class.ts',
    'export class A {\n  constructor(readonly a: number) {}\n}\n',
  ],
  [
    'noNonNullAssertion',
    'shared/plan/rotation/bang.ts',
    'export const a = (b: string[]) => b[0]!;\n',
  ],
  ['noConsole', 'functions/say.ts', "export const say = () => console.log('hello');\n"],
  ['useFilenamingConvention', 'shared/plan/rotation/camelCase.ts', 'export const a = 1;\n'],
  [
    'useImportType',
    'shared/plan/rotation/types.ts',
    "import { Day } from '#shared/base/time/day.ts';\nexport type A = Day;\n",
  ],
  [
    'noFloatingPromises',
    'functions/floating.ts',
    'const later = async (): Promise<number> => 1;\nexport const go = (): void => {\n  later();\n};\n',
  ],
];

export const ALLOWED: readonly [path: string, text: string][] = [
  ['shared/base/time/day.ts', CLOCK],
  ['functions/adapters/rows.ts', "export { DatabaseSync } from 'node:sqlite';\n"],
  ['functions/adapters/env.ts', ENVIRONMENT],
  ['functions/adapters/log.ts', "export const say = () => console.log('hello');\n"],
  ['functions/adapters/email.ts', "export { SESClient } from '@aws-sdk/client-ses';\n"],
  ['functions/adapters/ask.ts', "export const get = () => fetch('/plan');\n"],
  ['functions/adapters/down.ts', "export { now } from '#shared/base/time/day.ts';\n"],
  ['functions/down.ts', "export { now } from '#shared/base/time/day.ts';\n"],
  ['functions/door.ts', "export { say } from './adapters/log.ts';\n"],
  ['infra/local/down.ts', "export { say } from '#functions/adapters/log.ts';\n"],
  ['infra/local/read.ts', READING],
  ['infra/local/say.ts', "export const say = () => console.log('hello');\n"],
  ['infra/aws/stack.ts', "export { Stack } from 'aws-cdk-lib';\n"],
  ['infra/aws/down.ts', "export { now } from '#shared/base/time/day.ts';\n"],
  ['shared/base/links/hash.ts', "export { createHmac, timingSafeEqual } from 'node:crypto';\n"],
  ['shared/store/zod.ts', "import * as z from 'zod';\nexport const a = z;\n"],
  ['shared/store/beside.ts', "export { now } from '#shared/base/time/day.ts';\n"],
  ['shared/plan/rotation/kebab-case.ts', "export const stages = ['identify'] as const;\n"],
  [
    'shared/plan/rotation/type-import.ts',
    "import type { now } from '#shared/base/time/day.ts';\nexport type A = typeof now;\n",
  ],
  [
    'functions/awaited.ts',
    'const later = async (): Promise<number> => 1;\nexport const go = async (): Promise<void> => {\n  await later();\n};\n',
  ],
  ['test/shared/a.test.ts', "export { now } from '#shared/base/time/day.ts';\n"],
  ['test/process/env.ts', ENVIRONMENT],
  ['vitest.config.ts', 'export default {};\n'],
];

/** The one adapter that reads the system clock: free to, and bound by every other rule. */
export const CLOCK_ADAPTER: readonly [path: string, text: string] = [
  'functions/adapters/clock.ts',
  `export { a } from '#infra/local/a.ts';\n${CLOCK}`,
];
