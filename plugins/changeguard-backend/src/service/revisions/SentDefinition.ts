/** A definition that came with a request. It stays bytes, because touching a text of megabytes holds the event loop. */
export interface SentDefinition {
  /** UTF-8. */
  text: Uint8Array<ArrayBuffer>;
  /** Whether the text is one: without U+0000 and halves of surrogate pairs. */
  isStorable: boolean;
  /** The id of the format that it looks like. */
  looksLike: string | null;
}

/** By the field of the body that brought them. */
export type SentDefinitions = Readonly<Record<string, SentDefinition>>;
