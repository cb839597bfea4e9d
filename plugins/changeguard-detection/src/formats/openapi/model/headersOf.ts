import { ApiDocument, Located } from '../../../schema-comparison/ApiDocument';

/** The headers of a response with their names as they are written, by the names in lower case: their case means nothing. */
export function headersOf(
  document: ApiDocument,
  response: Located,
): Map<string, [string, Located]> {
  return new Map(
    document
      .entries(document.child(response, 'headers'))
      .map(([name, located]) => [name.toLowerCase(), [name, located]]),
  );
}
