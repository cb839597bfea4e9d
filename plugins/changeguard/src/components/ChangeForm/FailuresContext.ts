import { createContext, useContext } from 'react';
import { FieldFailure } from '../../hooks/requestFailure';
import { fieldId } from './checkForm';

/** What is wrong with the form; a context, because fields lie deep and each needs only its own. */
export const FailuresContext = createContext<readonly FieldFailure[]>([]);

/** What a field needs to show what is wrong with it. */
export function useFieldFailure(
  pointer: string,
  help?: string,
): { id: string; error: boolean; helperText: string | undefined } {
  const failure = useContext(FailuresContext).find(
    one => one.pointer === pointer,
  );
  return {
    id: fieldId(pointer),
    error: failure !== undefined,
    helperText: failure?.message ?? help,
  };
}
