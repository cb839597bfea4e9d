import { KeyboardEvent, useCallback, useId, useRef, useState } from 'react';
import { Mentionable, useMentionSearch } from '../../hooks/useMentionSearch';
import { insertMention } from './insertMention';
import { mentionAt, OpenMention } from './mentionAt';

/** The suggestions beside a text field, and what the field must do for them. */
export interface Mentions {
  suggestions: Mentionable[];
  active: number;
  listId: string;
  optionId: (index: number) => string;
  choose: (entityRef: string) => void;
  close: () => void;
  /** Looks where the caret is now. */
  follow: () => void;
  /** Answers true when the key was meant for the suggestions. */
  onKeyDown: (event: KeyboardEvent) => boolean;
  inputRef: React.RefObject<HTMLTextAreaElement>;
  inputProps: Record<string, unknown>;
}

/** Suggests people and teams while somebody writes a mention: arrows move, Enter or Tab takes, Escape closes. */
export function useMentions(options: {
  value: string;
  onChange: (value: string) => void;
  enabled?: boolean;
}): Mentions {
  const { value, onChange, enabled } = options;
  const inputRef = useRef<HTMLTextAreaElement>(null);
  const [open, setOpen] = useState<OpenMention>();
  const [active, setActive] = useState(0);
  const listId = useId();
  const suggestions = useMentionSearch(open?.term);
  const optionId = (index: number) => `${listId}-${index}`;
  const isOpen = open !== undefined && suggestions.length > 0;

  const follow = useCallback(() => {
    const input = inputRef.current;
    if (!enabled || !input) return;
    const found = mentionAt(input.value, input.selectionStart);
    setOpen(old =>
      old?.start === found?.start && old?.term === found?.term ? old : found,
    );
    setActive(0);
  }, [enabled]);

  const close = useCallback(() => setOpen(undefined), []);

  const choose = (entityRef: string) => {
    const input = inputRef.current;
    if (!input || !open) return;
    const done = insertMention(value, input.selectionStart, open, entityRef);
    onChange(done.text);
    close();
    // The caret can be set only once the new text is in the field.
    requestAnimationFrame(() => {
      input.focus();
      input.setSelectionRange(done.caret, done.caret);
    });
  };

  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!isOpen || event.ctrlKey || event.metaKey) return false;
    const count = suggestions.length;
    if (event.key === 'ArrowDown') setActive((active + 1) % count);
    else if (event.key === 'ArrowUp') setActive((active + count - 1) % count);
    else if (event.key === 'Enter' || event.key === 'Tab')
      choose(suggestions[Math.min(active, count - 1)].entityRef);
    else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  const inputProps = enabled
    ? {
        'aria-autocomplete': 'list',
        'aria-controls': isOpen ? listId : undefined,
        'aria-activedescendant': isOpen ? optionId(active) : undefined,
      }
    : {};

  return {
    suggestions: isOpen ? suggestions : [],
    active,
    listId,
    optionId,
    choose,
    close,
    follow,
    onKeyDown,
    inputRef,
    inputProps,
  };
}
