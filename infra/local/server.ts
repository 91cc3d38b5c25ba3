/** The HTTP server, on this machine's own address only. */
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { failure, type Result, success } from '#shared/base/result.ts';

export const LOOPBACK = '127.0.0.1';

/** Where a browser on this machine finds a port. */
export function addressOf(port: number): string {
  return `http://${LOOPBACK}:${port}`;
}

/** A request in hand may finish; an idle connection is not waited for. */
const CLOSE_GRACE_MS = 2_000;

export interface Listening {
  close(): Promise<void>;
}

/** A taken port is one sentence. */
export async function listen(
  fetch: Hono['fetch'],
  port: number,
): Promise<Result<Listening, string>> {
  const server = serve({ fetch, port, hostname: LOOPBACK }) as Server;
  const hindrance = await new Promise<NodeJS.ErrnoException | undefined>((answer) => {
    server.once('error', answer);
    server.once('listening', () => answer(undefined));
  });
  return hindrance ? failure(whyNot(hindrance, port)) : success({ close: () => close(server) });
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
