import { useCallback, useState } from 'react';

/** Which rows are chosen. */
export interface Selection {
  ids: ReadonlySet<string>;
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  set: (ids: Iterable<string>) => void;
}

/** Which rows are chosen; forgotten when `key` changes, because what is no longer on the screen should not be acted upon. */
export function useSelection(key: string): Selection {
  const [state, setState] = useState({ key, ids: new Set<string>() });
  const ids = state.key === key ? state.ids : new Set<string>();

  const set = useCallback(
    (chosen: Iterable<string>) => setState({ key, ids: new Set(chosen) }),
    [key],
  );
  return {
    ids,
    has: id => ids.has(id),
    toggle: id => {
      const chosen = new Set(ids);
      if (!chosen.delete(id)) chosen.add(id);
      set(chosen);
    },
    set,
  };
}
