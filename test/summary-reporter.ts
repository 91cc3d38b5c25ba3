/** One line a file, each failure with the sentence that failed, what was skipped and why; last `N passed, N failed`. */
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node';

/** Projects that `npm test` leaves to a command of their own. */
const APART = { browser: 'npm run test:browser' };

type Problem = { message: string; stack?: string; diff?: string };

export default class SummaryReporter implements Reporter {
  #vitest: Vitest | undefined;
  #printed = new Map<string, string>();

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  /** Under `silent: 'passed-only'` it is told of what a test that failed had printed. */
  onUserConsoleLog({ taskId = '', content }: { taskId?: string; content: string }): void {
    this.#printed.set(taskId, (this.#printed.get(taskId) ?? '') + content);
  }

  onTestModuleEnd(module: TestModule): void {
    const tests = [...module.children.allTests()];
    const failed = tests.filter(isIn('failed'));
    const skipped = tests.filter(isIn('skipped')).length;
    const ran = tests.length - skipped;
    const seconds = (module.diagnostic().duration / 1000).toFixed(1);
    const file = relative(process.cwd(), module.moduleId).replaceAll('\\', '/');
    const isBroken = failed.length > 0 || brokenIn(module).length > 0;
    print(
      `${isBroken ? 'FAIL' : 'ok  '} ${file}: ${ran} ${ran === 1 ? 'test' : 'tests'}${skipped ? `, ${skipped} skipped` : ''}, ${seconds} s`,
    );
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const failed = tests.filter(isIn('failed'));
    for (const test of failed) {
      for (const problem of test.result().errors ?? [])
        fail(`${test.module.relativeModuleId} > ${test.fullName}`, problem);
      print(this.#printed.get(test.id) ?? '');
    }
    const broken = modules.flatMap(brokenIn);
    for (const [where, problem] of broken) fail(`${where}, before its tests`, problem);
    for (const problem of unhandled) fail('outside a test', problem as Problem);
    const skipped = tests.filter(isIn('skipped'));
    for (const [reason, count] of reasonsOf(skipped)) print(`skipped ${count}: ${reason}`);
    const ran = this.#vitest?.projects.map(({ name }) => name) ?? [];
    for (const [name, command] of Object.entries(APART))
      if (ran.length > 1 && !ran.includes(name)) print(`not run: ${name} tests (${command})`);
    const passed = tests.filter(isIn('passed')).length;
    const lost = failed.length + broken.length + unhandled.length;
    const line = `${passed} passed, ${lost} failed${skipped.length ? `, ${skipped.length} skipped` : ''}`;
    if (this.#vitest?.config.watch) print(line);
    else process.once('exit', () => print(line));
  }
}

function isIn(state: 'passed' | 'failed' | 'skipped'): (test: TestCase) => boolean {
  return (test) => test.result().state === state;
}

/** What went wrong in a file or group before its tests could run. */
function brokenIn(module: TestModule): [where: string, problem: Problem][] {
  return [module, ...module.children.allSuites()].flatMap((group) => {
    const [problem] = group.errors();
    return problem ? [[module.relativeModuleId, problem] as [string, Problem]] : [];
  });
}

/** How many were skipped for each reason; one without a reason is named. */
function reasonsOf(skipped: readonly TestCase[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const test of skipped) {
    const result = test.result();
    const note = result.state === 'skipped' ? result.note : undefined;
    const reason = note ?? `${test.module.relativeModuleId} > ${test.fullName}`;
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return counts;
}

function fail(where: string, { message, stack, diff }: Problem): void {
  const place = stack?.split('\n').find((line) => /test[\\/].*:\d+:\d+/.test(line));
  print(`\nFAILED ${where}\n  ${message}`);
  if (place) print(`  ${place.trim().replace(/^at (.*[\\/])?(test[\\/])/, 'at $2')}`);
  if (diff) print(diff);
}

function print(text: string): void {
  if (text)
    process.stdout.write(`${process.stdout.isTTY ? text : stripVTControlCharacters(text)}\n`);
}
