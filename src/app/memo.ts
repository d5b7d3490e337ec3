import { Component, type ComponentChildren, createElement, type FunctionComponent } from 'preact';

function differ(before: object, after: object): boolean {
  const keys = Object.keys(before) as (keyof typeof before)[];
  return keys.length !== Object.keys(after).length || keys.some((key) => before[key] !== after[key]);
}

/** The same component, rendered again only when one of its properties is another one; for pictures of stable data. */
export function memo<Props extends object>(Inner: FunctionComponent<Props>) {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      return differ(this.props, next);
    }

    override render(): ComponentChildren {
      return createElement(Inner, this.props);
    }
  };
}
