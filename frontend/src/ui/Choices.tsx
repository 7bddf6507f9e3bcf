import type { KeyboardEvent, ReactNode } from 'react';

import classes from '@/ui/Choices.module.css';
import { useSingleKeys } from '@/ui/singleKeys';

export interface Choice<T extends string> {
  key: T;
  words: ReactNode;
  /** For a choice that asks for more before it does anything. */
  isPressed?: boolean | undefined;
}

interface ChoicesProps<T extends string> {
  label: string;
  choices: readonly Choice<T>[];
  onChoose: (key: T) => void;
  /** What may be filled in beside the choices; digits typed there are text. */
  children?: ReactNode;
}

/** Buttons one below the other, each with a digit that presses it while the focus is in here. */
export function Choices<T extends string>({ label, choices, onChoose, children }: ChoicesProps<T>) {
  const hasDigits = useSingleKeys();
  const onKeyDown = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    const choice = choices[Number(event.key) - 1];
    if (!hasDigits || !choice || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onChoose(choice.key);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- digits are a short cut to the buttons inside
    <div onKeyDown={onKeyDown} className={classes.all}>
      <div role="group" aria-label={label} className={classes.choices}>
        {choices.map(({ key, words, isPressed }, index) => (
          <button
            key={key}
            type="button"
            className={classes.choice}
            data-autofocus={index === 0 || undefined}
            aria-pressed={isPressed}
            onClick={() => onChoose(key)}
          >
            {hasDigits && <kbd>{index + 1}</kbd>}
            <span className={classes.words}>{words}</span>
          </button>
        ))}
      </div>
      {children}
    </div>
  );
}
