/** The HTTP server, on this machine's loopback address only. */
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { failure, type Result, success } from '#shared/base/result.ts';

export const LOOPBACK = '127.0.0.1';

export function addressOf(port: number): string {
  return `http://${LOOPBACK}:${port}`;
}

/** Requests in progress may finish; idle connections are closed at once. */
const CLOSE_GRACE_MS = 2_000;

/** One mode of the product, opened on its data and not yet served. */
export interface Opened {
  readonly app: Hono;
  readonly welcome: string;
  sweep(): Promise<unknown>;
  /** Ends what runs in the background, then closes the data. */
  close(): Promise<void>;
}

export async function listen(
  fetch: Hono['fetch'],
  port: number,
): Promise<Result<{ close(): Promise<void> }, string>> {
  const server = serve({ fetch, port, hostname: LOOPBACK }) as Server;
  const error = await new Promise<NodeJS.ErrnoException | undefined>((answer) => {
    server.once('error', answer);
    server.once('listening', () => answer(undefined));
  });
  return error ? failure(whyNot(error, port)) : success({ close: () => close(server) });
}

function whyNot(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Choose another: PORT=${port === 65_535 ? port - 1 : port + 1} npm start`;
  }
  return `Port ${port} cannot be opened (${error.code}). Choose another: PORT=8091 npm start`;
}

function close(server: Server): Promise<void> {
  return new Promise((closed) => {
    const impatience = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
    server.close(() => {
      clearTimeout(impatience);
      closed();
    });
    server.closeIdleConnections();
  });
}
