import { useEffect, useRef, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';

/** So long after the last key, in milliseconds, a word is taken to be finished. */
const PAUSE = 300;

/** A text that is being typed; passed on, without the space around it, once the reader pauses. */
export function useSettledText(
  value: string,
  onChange: (value: string) => void,
) {
  const [text, setText] = useState(value);
  const sent = useRef(value);

  useEffect(() => {
    // The URL has changed by another way, such as the back button.
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);
  useDebounce(
    () => {
      const words = text.trim();
      if (words === sent.current) return;
      sent.current = words;
      onChange(words);
    },
    PAUSE,
    [text],
  );
  return [text, setText] as const;
}
