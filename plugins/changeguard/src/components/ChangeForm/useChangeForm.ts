import { SchemaChange } from '@changeguard/backstage-plugin-changeguard-common';
import { useCallback, useRef, useState } from 'react';
import { localDraft } from '../../hooks/localDraft';
import { useKeptDraft } from '../../hooks/useKeptDraft';
import {
  DefinitionDraft,
  useDefinitionDraft,
} from './detection/useDefinitionDraft';
import { FormDraft, readFormDraft } from './formDraft';
import { FindingValues, FormValues } from './formValues';
import { MeanwhileField, mergeNewer } from './mergeNewer';

/** The content of the form, kept in this browser from the first edit until the server has it. */
export interface ChangeFormState {
  values: FormValues;
  set: <K extends keyof FormValues>(field: K, value: FormValues[K]) => void;
  /** Fills in what nobody typed; that alone is no draft worth keeping. */
  suggest: <K extends keyof FormValues>(field: K, value: FormValues[K]) => void;
  /** What findings are filled in from; not part of the change. */
  definition: DefinitionDraft;
  /** Puts findings in the place of those that there are, which can be had back. */
  fillIn: (findings: FindingValues[]) => void;
  /** Has back what was replaced; undefined when nothing was. */
  undoFilling: (() => void) | undefined;
  /** The change as the form knows it; null while a new one is written. */
  base: SchemaChange | null;
  /** When what was found in this browser had been written. */
  restoredFrom: string | undefined;
  /** What others changed while this form was open. */
  meanwhile: MeanwhileField[];
  /** Lays the form over a newer version of the change. */
  takeNewer: (newer: SchemaChange) => void;
  /** Throws away what was typed. */
  startAfresh: () => void;
  /** Forgets what was kept here, because the server has it. */
  forget: () => void;
}

function begin(
  key: string,
  change: SchemaChange | null,
  initial: FormValues,
): { draft?: FormDraft; values: FormValues; meanwhile: MeanwhileField[] } {
  const draft = readFormDraft(key, initial);
  if (!draft) return { values: initial, meanwhile: [] };
  if (!change || !draft.base) return { draft, ...draft, meanwhile: [] };
  return { draft, ...mergeNewer(draft.values, draft.base, change) };
}

/**
 * Holds the content of the form.
 *
 * @param key - of this browser's storage.
 * @param change - the change that is edited, or null.
 * @param initial - the content without any edit.
 */
export function useChangeForm(
  key: string,
  change: SchemaChange | null,
  initial: FormValues,
): ChangeFormState {
  const [start] = useState(() => begin(key, change, initial));
  const [values, setValues] = useState(start.values);
  const [base, setBase] = useState(change);
  const [meanwhile, setMeanwhile] = useState(start.meanwhile);
  const [restoredFrom, setRestoredFrom] = useState(start.draft?.savedAt);
  const [replaced, setReplaced] = useState(start.draft?.replaced);
  const current = useRef({ values, base, replaced });
  const definition = useDefinitionDraft(`${key}:definition`);
  const { clear: clearDefinition } = definition;

  const { keep, forget: forgetValues } = useKeptDraft(localDraft, key);

  const replace = useCallback(
    (next: FormValues) => {
      current.current.values = next;
      setValues(next);
      const draft: FormDraft = {
        savedAt: new Date().toISOString(),
        ...current.current,
      };
      keep(draft);
    },
    [keep],
  );

  const set = useCallback<ChangeFormState['set']>(
    (field, value) => replace({ ...current.current.values, [field]: value }),
    [replace],
  );

  const suggest = useCallback<ChangeFormState['suggest']>((field, value) => {
    current.current.values = { ...current.current.values, [field]: value };
    setValues(current.current.values);
  }, []);

  const replaceFindings = (
    findings: FindingValues[],
    old?: FindingValues[],
  ) => {
    current.current.replaced = old;
    setReplaced(old);
    set('findings', findings);
  };

  const forget = useCallback(() => {
    forgetValues();
    clearDefinition();
    setRestoredFrom(undefined);
  }, [forgetValues, clearDefinition]);

  return {
    values,
    set,
    suggest,
    definition,
    fillIn: findings =>
      replaceFindings(findings, current.current.values.findings),
    undoFilling: replaced && (() => replaceFindings(replaced)),
    base,
    restoredFrom,
    meanwhile,
    takeNewer: newer => {
      const old = current.current;
      if (!old.base) return;
      const merged = mergeNewer(old.values, old.base, newer);
      old.base = newer;
      setBase(newer);
      setMeanwhile(merged.meanwhile);
      replace(merged.values);
    },
    startAfresh: () => {
      forget();
      current.current.values = initial;
      setValues(initial);
      current.current.replaced = undefined;
      setReplaced(undefined);
      setMeanwhile([]);
    },
    forget,
  };
}
