import { KeyboardEvent } from 'react';

/** In the texts of a finding, Alt with an arrow moves it. */
export function moveByKeys(move: (by: -1 | 1) => void) {
  return (event: KeyboardEvent) => {
    if (!event.altKey) return;
    if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'ArrowDown') move(1);
    else return;
    event.preventDefault();
  };
}
