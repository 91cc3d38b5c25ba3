/** JSON from outside: bounded in depth, in UTF-8, without a name that could reach an object's prototype. */
import { JSON_DEPTH_MAX } from '#shared/base/limits.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { type MessageRefusal, messageRefusals } from '#shared/words/sender-refusals.ts';

/** `bytes` are bounded before. Never throws for what bytes can hold. */
export function readJson(bytes: Uint8Array): Result<unknown, MessageRefusal> {
  const text = textOf(bytes);
  if (text === undefined) return failure(messageRefusals.notUtf8());
  if (depthOf(text) > JSON_DEPTH_MAX) return failure(messageRefusals.tooDeep());
  let forbidden: string | undefined;
  try {
    const value: unknown = JSON.parse(text, (name, inner: unknown) => {
      if (FORBIDDEN.has(name)) forbidden ??= name;
      return inner;
    });
    return forbidden ? failure(messageRefusals.forbiddenName(forbidden)) : success(value);
  } catch {
    return failure(messageRefusals.notJson());
  }
}

const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** How deep its brackets nest, found without building anything: the parser itself would follow a deep body down. */
function depthOf(text: string): number {
  let [depth, deepest, isInString] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isInString) {
      if (character === '\\') at += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth -= 1;
  }
  return deepest;
}
