import { RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';

/** How far down each visited page was, by the key of its entry in the browser's history. */
const places = new Map<string, number>();

/**
 * Goes back to where one was on a page when one comes back to it with the browser's buttons. The browser cannot do it alone,
 * because the rows are not there yet when it tries.
 *
 * @param inside - an element inside what scrolls.
 * @param ready - whether the content is there that gives the page its height.
 */
export function useScrollPlace(
  inside: RefObject<HTMLElement>,
  ready: boolean,
): void {
  const { key } = useLocation();
  const cameBack = useNavigationType() === 'POP';
  const restored = useRef(false);

  useLayoutEffect(() => {
    if (!ready || restored.current) return;
    restored.current = true;
    const place = places.get(key);
    const scroller = scrollerAround(inside.current);
    if (cameBack && place && scroller) scroller.scrollTop = place;
  }, [ready, cameBack, key, inside]);

  useEffect(() => {
    const remember = () => {
      const scroller = scrollerAround(inside.current);
      if (scroller) places.set(key, scroller.scrollTop);
    };
    // Capturing, because scroll events of elements do not bubble.
    window.addEventListener('scroll', remember, true);
    return () => window.removeEventListener('scroll', remember, true);
  }, [key, inside]);
}

function scrollerAround(element: HTMLElement | null): Element | null {
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
