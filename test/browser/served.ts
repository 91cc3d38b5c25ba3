/** Pages under an address of this machine, for a browser to open; and the two widths at which it looks. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';

export const PHONE = { width: 390, height: 800 };
export const DESK = { width: 1200, height: 900 };

export interface Served {
  /** `http://127.0.0.1:<port>` */
  readonly base: string;
  close(): Promise<void>;
}

type Fetch = (request: Request) => Response | Promise<Response>;

/** @param pagesAt makes what answers, once the address is known that its links carry */
export async function servePages(
  pagesAt: (base: string) => Fetch | Promise<Fetch>,
): Promise<Served> {
  let answer: Fetch;
  const server = serve({ fetch: (request) => answer(request), port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  answer = await pagesAt(base);
  return { base, close: () => new Promise((closed) => server.close(() => closed())) };
}
