import { Format } from './Format';

/** The formats that can be compared, by their id. @public */
export const formats: ReadonlyMap<string, Format> = new Map(
  ([] as Format[]).map(format => [format.id, format]),
);
