import { createServer, IncomingMessage, Server, ServerResponse } from 'http';
import { AddressInfo } from 'net';
import { once } from 'events';

/** What a portal was asked. */
export interface PortalRequest {
  method: string | undefined;
  path: string | undefined;
  headers: IncomingMessage['headers'];
  body: unknown;
}

type Answer = (response: ServerResponse) => void;

/** A server that answers as it was told to, one answer for each request and the last one for all others. */
export class PortalServer {
  readonly requests: PortalRequest[] = [];
  private answers: Answer[] = [];
  private readonly server: Server;

  constructor() {
    this.server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      this.requests.push({
        method: request.method,
        path: request.url,
        headers: request.headers,
        body: JSON.parse(Buffer.concat(chunks).toString()),
      });
      const [answer] = this.answers;
      if (this.answers.length > 1) this.answers.shift();
      answer(response);
    });
  }

  async start(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Answers from now on, and forgets what it was asked. */
  willAnswer(...answers: Answer[]): void {
    this.requests.length = 0;
    this.answers = answers;
  }
}

/** An answer of JSON, or of a text as it is. */
export function answering(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Answer {
  return response => {
    const isText = typeof body === 'string';
    response.writeHead(status, {
      'Content-Type': isText ? 'text/html' : 'application/json',
      ...headers,
    });
    response.end(isText ? body : JSON.stringify(body));
  };
}
