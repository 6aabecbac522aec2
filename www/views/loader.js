/**
 * Loads on-demand.js, once for all figures of a page.
 */
import { addStyles } from '../figure/styles.js';
import { views } from '../source.js';

/** @typedef {typeof import('./on-demand.js')} OnDemand */

/** What has arrived. @type {OnDemand | undefined} */
export let onDemand;

/** @type {Promise<OnDemand> | undefined} */
let loading;

/** Loads it once for all who ask. A failure is not kept: the next call tries again. */
export function demand() {
  loading ??= views().then(
    (module) => {
      addStyles(module.STYLES);
      return (onDemand = module);
    },
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** Loads it early, as a reader may be about to ask for it. */
export function preload() {
  demand().catch(() => {});
}
