/**
 * Whether a figure can be seen: near enough to the window to be drawn, and enough of it in view to be watched.
 */

/**
 * @typedef {object} Sight
 * @property {boolean} near  some of the figure is in the window
 * @property {boolean} shown  and nothing hides it
 * @property {boolean} watched  and so is half of the part that the reader watches
 */

/** The share of the watched part, or of the window's height where that is less, that has to be in view. */
const WATCHED_SHARE = 0.5;

/** Milliseconds between two looks at whether what hides a figure in view, such as `visibility`, has gone. */
const HIDDEN_POLL_MS = 200;

/**
 * Tells, at every change, whether `element` is near the view, and whether half of `watched` can be seen.
 *
 * @param {Element} element
 * @param {Element} watched
 * @param {() => boolean} isPlaying  whether it matters if something hides what is in view: no timer is held otherwise
 * @param {(sight: Sight) => void} tell
 */
export function watchSight(element, watched, isPlaying, tell) {
  if (!globalThis.IntersectionObserver) {
    tell({ near: true, shown: true, watched: true });
    return { look() {}, end() {} };
  }
  let near = true;
  let inView = false;
  let told = '';
  let timer = 0;

  /** What an observer of places does not know: whether it is transparent, invisible, or on a slide that is not shown. */
  function look() {
    clearTimeout(timer);
    timer = 0;
    const visible = watched.checkVisibility?.({
      opacityProperty: true,
      visibilityProperty: true,
      contentVisibilityAuto: true,
    });
    const sight = { near, shown: near && visible !== false, watched: inView && visible !== false };
    if (JSON.stringify(sight) !== told) {
      told = JSON.stringify(sight);
      tell(sight);
    }
    const isShown = element.isConnected && element.ownerDocument.defaultView && !document.hidden;
    if (near && isPlaying() && isShown) timer = setTimeout(look, HIDDEN_POLL_MS);
  }

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, intersectionRatio, intersectionRect, rootBounds } of entries) {
        if (target === element) {
          near = isIntersecting;
        } else {
          const window = rootBounds?.height ?? innerHeight;
          inView = intersectionRatio >= WATCHED_SHARE || intersectionRect.height >= WATCHED_SHARE * window;
        }
      }
      look();
    },
    { threshold: [0, 0.1, 0.2, 0.3, 0.4, WATCHED_SHARE, 0.6, 0.7, 0.8, 0.9, 1] },
  );
  document.addEventListener('visibilitychange', look);
  observer.observe(element);
  observer.observe(watched);
  return {
    look,
    end() {
      observer.disconnect();
      document.removeEventListener('visibilitychange', look);
      clearTimeout(timer);
    },
  };
}
