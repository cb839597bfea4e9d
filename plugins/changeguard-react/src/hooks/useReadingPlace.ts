import { RefObject, useCallback, useRef } from 'react';

/** Further down than this, in pixels, somebody is reading rather than looking at the top. */
const TOP = 80;

/**
 * Whether somebody reads further down in what scrolls around an element, so that nothing should be put in above.
 *
 * @public
 */
export function useReadingPlace<T extends HTMLElement>(): {
  ref: RefObject<T>;
  isReading: () => boolean;
} {
  const ref = useRef<T>(null);
  const isReading = useCallback(
    () => (scrollerOf(ref.current)?.scrollTop ?? 0) > TOP,
    [],
  );
  return { ref, isReading };
}

/** What scrolls around an element: the portal's content area, or the page itself. */
export function scrollerOf(element: HTMLElement | null): Element | null {
  for (let at = element?.parentElement; at; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if (
      (overflowY === 'auto' || overflowY === 'scroll') &&
      at.scrollHeight > at.clientHeight
    )
      return at;
  }
  return document.scrollingElement;
}
