import { ApiDocument, Located } from '../../../schema-comparison/ApiDocument';

/** One header in both versions of a response; there is at least one. */
export type MatchedHeader = {
  /** In lower case: the case of headers means nothing. */
  key: string;
  /** As it is written, in the base where it is there. */
  header: string;
} & (
  | { old: Located; now: Located }
  | { old: Located; now: undefined }
  | { old: undefined; now: Located }
);

/** The headers of two versions of a response, those of the base first. */
export function matchHeaders(
  documents: { base: ApiDocument; revision: ApiDocument },
  before: Located,
  after: Located,
): MatchedHeader[] {
  const olds = headersOf(documents.base, before);
  const news = headersOf(documents.revision, after);
  const kept = [...olds].map(([key, [header, old]]) => ({
    ...{ key, header, old },
    now: news.get(key)?.[1],
  }));
  const added = [...news]
    .filter(([key]) => !olds.has(key))
    .map(([key, [header, now]]) => ({ key, header, old: undefined, now }));
  return [...kept, ...added] as MatchedHeader[];
}

function headersOf(
  document: ApiDocument,
  response: Located,
): Map<string, [string, Located]> {
  return new Map(
    document
      .entries(document.child(response, 'headers'))
      .map(([name, located]) => [name.toLowerCase(), [name, located]]),
  );
}
