/** Response times must not reveal whom we know: forms that name a person are answered after a constant time. */
import type { MiddlewareHandler } from 'hono';
import type { WebDeps } from './web-deps.ts';

/** GET is not delayed: it names nobody. */
export function evenAnswer({ evenly }: Pick<WebDeps, 'evenly'>): MiddlewareHandler {
  return async (c, next) => {
    const isOver = c.req.method === 'POST' ? evenly?.() : undefined;
    await next();
    await isOver;
  };
}
