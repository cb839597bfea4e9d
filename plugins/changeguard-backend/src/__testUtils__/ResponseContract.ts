import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

interface OpenApiDocument {
  paths: Record<
    string,
    Record<
      string,
      { responses: Record<string, { content?: Record<string, object> }> }
    >
  >;
}

const escaped = (part: string) => part.replace(/~/g, '~0').replace(/\//g, '~1');

/** Checks answers against the OpenAPI document that the API serves. */
export class ResponseContract {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });

  constructor(private readonly document: OpenApiDocument) {
    addFormats(this.ajv);
    this.ajv.addSchema(document, 'openapi');
  }

  /** @throws Error - when the route, the status or the body is not as the document says. */
  check(method: string, path: string, status: number, body: unknown): void {
    const template = this.templateOf(method, path);
    // A route that is not described answers 404, in the shape of every error.
    const described = template
      ? this.document.paths[template][method].responses[status]
      : status === 404 && { content: { 'application/json': {} } };
    const name = `${method.toUpperCase()} ${template ?? path} → ${status}`;
    if (!described) throw new Error(`${name} is not in the document`);
    if (!described.content) {
      if (body !== undefined) throw new Error(`${name} should have no body`);
      return;
    }
    const pointer = template
      ? `#/paths/${escaped(
          template,
        )}/${method}/responses/${status}/content/${escaped(
          'application/json',
        )}/schema`
      : '#/components/schemas/Error';
    if (!this.ajv.validate(`openapi${pointer}`, body)) {
      throw new Error(`${name}: ${this.ajv.errorsText()}`);
    }
  }

  private templateOf(method: string, path: string): string | undefined {
    const parts = path.split('/');
    const candidates = Object.keys(this.document.paths).filter(template => {
      const wanted = template.split('/');
      return (
        wanted.length === parts.length &&
        wanted.every((part, i) => part.startsWith('{') || part === parts[i]) &&
        this.document.paths[template][method]
      );
    });
    // `/notifications/unread-count` before `/notifications/{id}`.
    return candidates.sort(
      (a, b) => a.split('{').length - b.split('{').length,
    )[0];
  }
}
