/**
 * The page inside an iframe: one figure, set by the query string (`lang` too), whose height is told to the page around
 * it in the form that other embeds use, so that the frame can fit.
 */
import { keepInAddress } from './figure/address.js';
import { define } from './figure/define.js';

const figure = /** @type {HTMLElement} */ (document.querySelector('neural-figure'));
const lang = new URLSearchParams(location.search).get('lang');
if (lang) document.documentElement.lang = lang;
keepInAddress(figure);

if (parent !== window) {
  new ResizeObserver(() => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    parent.postMessage(JSON.stringify({ context: 'iframe.resize', src: location.href, height }), '*');
  }).observe(document.documentElement);
}

// Only now: the figure starts with its own settings, not first with the defaults.
define();
