import { createElement, type FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { pageWords } from './pageWords.ts';

/**
 * A component whose code is fetched when it is first drawn; until then there is nothing in its place.
 *
 * @param load fetches it, once unless it failed
 */
export function lazy<Props extends object>(load: () => Promise<FunctionComponent<Props>>): FunctionComponent<Props> {
  let fetched: FunctionComponent<Props> | null = null;
  return function Lazy(props: Props) {
    const [state, setState] = useState<'waiting' | 'here' | 'failed'>(fetched ? 'here' : 'waiting');
    useEffect(() => {
      if (fetched) return;
      let isMounted = true;
      load().then(
        (component) => {
          fetched = component;
          if (isMounted) setState('here');
        },
        () => isMounted && setState('failed'),
      );
      return () => {
        isMounted = false;
      };
    }, []);
    if (fetched) return createElement(fetched, props);
    if (state === 'failed') return <p class="lazy-failed">{pageWords().partNotLoaded}</p>;
    return null;
  };
}
