import { useCallback, useEffect, useState } from 'react';
import { FieldFailure } from '../../../hooks/requestFailure';
import { FindingValues } from '../formValues';

/** Of which findings each place is shown. */
export interface OpenPlaces {
  isOpen: (group: readonly FindingValues[]) => boolean;
  toggle: (group: readonly FindingValues[], isOpen: boolean) => void;
  /** Shows the place whose message a pointer names, so that one can be led to it. */
  reveal: (pointer: string) => void;
}

/** Shows a place as soon as its message is found wrong; after that it is for the person to close it and to open it again. */
export function useOpenPlaces(failures: readonly FieldFailure[]): OpenPlaces {
  // By rows, because a group is another one as soon as its first place is taken away.
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());

  const toggle = useCallback<OpenPlaces['toggle']>(
    (group, isOpen) =>
      setOpened(current => {
        const next = new Set(current);
        for (const { key } of group) {
          if (isOpen) next.add(key);
          else next.delete(key);
        }
        return next;
      }),
    [],
  );
  const reveal = useCallback((pointer: string) => {
    const key = /^\/findings\/([^/]+)\/message$/.exec(pointer)?.[1];
    if (key) setOpened(current => new Set(current).add(key));
  }, []);

  useEffect(() => {
    for (const { pointer } of failures) reveal(pointer);
  }, [failures, reveal]);

  return {
    isOpen: group => group.some(({ key }) => opened.has(key)),
    toggle,
    reveal,
  };
}
