import { childPointer } from '../../text/JsonPointer';
import { isObject } from '../../text/isObject';
import { asJson, Swagger2Lifter } from './Swagger2Lifter';

type Json = Record<string, unknown>;

/** A definition in the model of OpenAPI 3, and where its moved parts are written. */
export interface Lifted {
  value: Json;
  /** Pointers in the text by pointers in the model, for parts that moved. */
  origins: Map<string, string>;
}

/**
 * Swagger 2.0 in the model of OpenAPI 3: body and form parameters become request bodies, schemas of responses become contents,
 * flat parameters get schemas. Shared schemas stay where they are, so that references and pointers to them stay true.
 */
export function liftSwagger2(root: Json): Lifted {
  const origins = new Map<string, string>();
  const lifter = new Swagger2Lifter(root, origins);
  const paths: Json = {};
  for (const [path, item] of Object.entries(asJson(root.paths))) {
    const pointer = childPointer('/paths', path);
    paths[path] = isObject(item) ? lifter.pathItem(item, pointer) : item;
  }
  return {
    value: {
      ...root,
      paths,
      components: {
        schemas: root.definitions,
        securitySchemes: lifter.securitySchemes(),
      },
    },
    origins,
  };
}
