/**
 * Whether a figure can be seen: near enough to the window to be drawn, and enough of it in view to be watched.
 */

/**
 * @typedef {object} Sight
 * @property {boolean} near  some of the figure is in the window
 * @property {boolean} shown  it has an area there, and nothing hides it
 * @property {boolean} watched  and so is half of the part that the reader watches
 */

/** The share of the watched part, or of the window where that is smaller, that has to be in view. */
const WATCHED_SHARE = 0.5;

/** The shares in view at which the observer calls: 0.001 tells an edge, which has no area, from a strip. */
const THRESHOLDS = [0, 0.001, 0.1, 0.2, 0.3, 0.4, WATCHED_SHARE, 0.6, 0.7, 0.8, 0.9, 1];

/** Milliseconds between two checks whether what hides a figure in view, such as `visibility`, has gone. */
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
    return { check() {}, end() {} };
  }
  let near = true;
  let inWindow = false;
  let inView = false;
  /** The sight that was told last, as JSON. */
  let last = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** Whether the observer has called: before that, a check would only cost a layout. */
  let isObserved = false;

  /**
   * What an observer of places does not know: whether it is transparent, invisible, or on a slide that is not shown. Of
   * what has no area it says that all is in view.
   */
  function check() {
    if (!isObserved) return;
    clearTimeout(timer);
    const { width, height } = watched.getBoundingClientRect();
    const checked = watched.checkVisibility?.({
      opacityProperty: true,
      visibilityProperty: true,
      contentVisibilityAuto: true,
    });
    const visible = checked !== false && width * height > 0;
    const sight = { near, shown: inWindow && visible, watched: inView && visible };
    const text = JSON.stringify(sight);
    if (text !== last) {
      last = text;
      tell(sight);
    }
    const isShown = element.isConnected && element.ownerDocument.defaultView && !document.hidden;
    if (near && isPlaying() && isShown) timer = setTimeout(check, HIDDEN_POLL_MS);
  }

  const observer = new IntersectionObserver(
    (entries) => {
      isObserved = true;
      for (const entry of entries) {
        const { target, isIntersecting, intersectionRatio, intersectionRect, boundingClientRect, rootBounds } = entry;
        if (target === element) {
          near = isIntersecting;
          inWindow = intersectionRatio > 0;
        } else {
          const width = Math.min(boundingClientRect.width, rootBounds?.width ?? innerWidth);
          const height = Math.min(boundingClientRect.height, rootBounds?.height ?? innerHeight);
          inView = intersectionRect.width * intersectionRect.height >= WATCHED_SHARE * width * height;
        }
      }
      check();
    },
    { threshold: THRESHOLDS },
  );
  document.addEventListener('visibilitychange', check);
  observer.observe(element);
  observer.observe(watched);
  return {
    check,
    end() {
      observer.disconnect();
      document.removeEventListener('visibilitychange', check);
      clearTimeout(timer);
    },
  };
}
