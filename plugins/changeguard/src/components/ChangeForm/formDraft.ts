import { SchemaChange } from '@changeguard/backstage-plugin-changeguard-common';
import { localDraft } from '../../hooks/localDraft';
import { FindingValues, FormValues } from './formValues';

/** A form as it is kept in this browser. */
export interface FormDraft {
  /** ISO 8601. */
  savedAt: string;
  values: FormValues;
  /** The change as it was when the form was filled from it; null for a new one. */
  base: SchemaChange | null;
  /** The findings as they were before others were filled in, until one has them back. */
  replaced?: FindingValues[];
}

/** The draft kept under a key. A field that an older version of the form did not have gets its initial content. */
export function readFormDraft(
  key: string,
  initial: FormValues,
): FormDraft | undefined {
  const stored = localDraft.read(key) as Partial<FormDraft> | undefined;
  const isDraft =
    typeof stored?.savedAt === 'string' &&
    typeof stored.values?.title === 'string' &&
    Array.isArray(stored.values.findings);
  if (!isDraft) return undefined;
  return {
    savedAt: stored.savedAt as string,
    values: { ...initial, ...stored.values },
    base: stored.base ?? null,
    replaced: Array.isArray(stored.replaced) ? stored.replaced : undefined,
  };
}
