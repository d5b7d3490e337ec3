import type { ComponentChildren } from 'preact';

interface SwitchProps {
  readonly on: boolean;
  readonly label: string;
  readonly onSwitch: (on: boolean) => void;
  readonly disabled?: boolean;
  /** Words beside the knob; without them the label is only spoken. */
  readonly children?: ComponentChildren;
}

/** An on/off switch. */
export function Switch({ on, label, onSwitch, disabled = false, children }: SwitchProps) {
  return (
    <label class="switch" title={label}>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        disabled={disabled}
        aria-checked={on}
        aria-label={label}
        onChange={(event) => {
          onSwitch(event.currentTarget.checked);
          // A refused change leaves the state as it was; the knob must show the state.
          event.currentTarget.checked = on;
        }}
      />
      <span class="switch-knob" />
      {children}
    </label>
  );
}
