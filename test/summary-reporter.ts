/** One line a file, each failure with the sentence that failed, what was skipped and why; last `N passed, N failed`. */
import { relative } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

const SKIPPED_SHOWN_MAX = 20;

export default class SummaryReporter implements Reporter {
  onTestModuleEnd(module: TestModule): void {
    const tests = [...module.children.allTests()];
    const failed = failuresOf(module).length + tests.filter((each) => isIn(each, 'failed')).length;
    const skipped = tests.filter((each) => isIn(each, 'skipped')).length;
    const seconds = (module.diagnostic().duration / 1000).toFixed(1);
    const file = relative(process.cwd(), module.moduleId).replaceAll('\\', '/');
    print(
      `${failed > 0 ? 'FAIL' : 'ok  '} ${file}: ${tests.length - skipped} tests${skipped ? `, ${skipped} skipped` : ''}, ${seconds} s`,
    );
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    for (const test of tests.filter((each) => isIn(each, 'failed'))) {
      for (const { message, stack } of test.result().errors ?? []) {
        print(`\nFAILED ${test.module.relativeModuleId} > ${test.fullName}\n  ${message}`);
        print(placeOf(stack));
      }
    }
    const broken = modules.flatMap(failuresOf);
    for (const message of broken) print(`\nFAILED before its tests: ${message}`);
    for (const error of unhandled) print(`\nFAILED outside a test: ${messageOf(error)}`);
    const skipped = tests.filter((each) => isIn(each, 'skipped'));
    for (const [reason, count] of Object.entries(reasonsOf(skipped)).slice(0, SKIPPED_SHOWN_MAX)) {
      print(`skipped ${count}: ${reason}`);
    }
    const failed =
      tests.filter((each) => isIn(each, 'failed')).length + broken.length + unhandled.length;
    const passed = tests.filter((each) => isIn(each, 'passed')).length;
    const line = `${passed} passed, ${failed} failed${skipped.length ? `, ${skipped.length} skipped` : ''}`;
    process.once('exit', () => print(line));
  }
}

function isIn(test: TestCase, state: 'passed' | 'failed' | 'skipped'): boolean {
  return test.result().state === state;
}

/** What went wrong in a file or group before its tests could run. */
function failuresOf(module: TestModule): string[] {
  return [module, ...module.children.allSuites()]
    .filter((group) => group.errors().length > 0)
    .map((group) => `${module.relativeModuleId}: ${group.errors().map(messageOf).join('; ')}`);
}

/** The skipped tests by their reason; one without a reason is named. */
function reasonsOf(skipped: readonly TestCase[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const test of skipped) {
    const result = test.result();
    const note = result.state === 'skipped' ? result.note : undefined;
    const reason = note ?? `${test.module.relativeModuleId} > ${test.fullName}`;
    counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
}

function messageOf(error: unknown): string {
  const message = error instanceof Object && 'message' in error ? error.message : error;
  return String(message);
}

function placeOf(stack: string | undefined): string {
  const line = stack?.split('\n').find((each) => /test[\\/].*:\d+:\d+/.test(each));
  return line ? `  ${line.trim().replace(/^at (.*[\\/])?(test[\\/])/, 'at $2')}` : '';
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
