/** A mail server of a few lines, which answers each step as its story says. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** `hang` never answers, `drip` never ends its answer, `drop` closes the connection; anything else is what it answers. */
type Answer = 'hang' | 'drip' | 'drop' | (string & {});

export interface SmtpStory {
  readonly greeting?: Answer;
  readonly ehlo?: Answer;
  readonly auth?: Answer;
  readonly mail?: Answer;
  readonly rcpt?: Answer;
  /** To the second address; as to the first, unless told otherwise. */
  readonly secondRcpt?: Answer;
  readonly data?: Answer;
  /** What it says to the end of the body. */
  readonly body?: Answer;
  readonly quit?: Answer;
}

export interface SmtpStandIn {
  readonly port: number;
  /** Bodies that reached it whole. */
  readonly bodies: string[];
  readonly connections: () => number;
  close(): Promise<void>;
}

const PLAIN: Required<Omit<SmtpStory, 'secondRcpt'>> = {
  greeting: '220 ready',
  ehlo: '250 hello',
  auth: '235 welcome',
  mail: '250 ok',
  rcpt: '250 ok',
  data: '354 go on',
  body: '250 2.0.0 queued',
  quit: '221 bye',
};

export async function smtpStandIn(story: SmtpStory = {}): Promise<SmtpStandIn> {
  const answers = { ...PLAIN, secondRcpt: story.rcpt ?? PLAIN.rcpt, ...story };
  const bodies: string[] = [];
  const sockets = new Set<Socket>();
  let connectionCount = 0;
  const server = createServer((socket) => {
    connectionCount += 1;
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    let pending = '';
    let inBody = false;
    let addressCount = 0;
    say(socket, answers.greeting);
    socket.setEncoding('utf8').on('data', (text: string) => {
      pending += text;
      for (;;) {
        const end = inBody ? '\r\n.\r\n' : '\r\n';
        const cut = pending.indexOf(end);
        if (cut === -1) return;
        const said = pending.slice(0, cut);
        pending = pending.slice(cut + end.length);
        if (inBody) {
          bodies.push(said);
          inBody = false;
          say(socket, answers.body);
        } else {
          const step = stepOf(said);
          inBody = step === 'data' && answers.data.startsWith('354');
          if (step === 'rcpt') addressCount += 1;
          say(socket, answers[step === 'rcpt' && addressCount > 1 ? 'secondRcpt' : step]);
        }
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    bodies,
    connections: () => connectionCount,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function stepOf(line: string): keyof SmtpStory {
  const verb = line.split(/[ :]/)[0]?.toLowerCase();
  if (verb === 'ehlo' || verb === 'auth' || verb === 'mail' || verb === 'rcpt') return verb;
  return verb === 'data' ? 'data' : 'quit';
}

function say(socket: Socket, answer: Answer): void {
  if (answer === 'drop') socket.destroy();
  else if (answer === 'drip') drip(socket);
  else if (answer !== 'hang') socket.write(`${answer}\r\n`);
}

function drip(socket: Socket): void {
  const drops = setInterval(() => socket.write('250-more\r\n'), 50);
  socket.on('close', () => clearInterval(drops));
}
