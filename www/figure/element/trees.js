/** The trees that an element is in: its own, and those around a shadow tree. */

/**
 * From its own tree outwards; `inner` is what of a tree is, or holds, the element.
 * @param {Element} element
 * @returns {{ inner: Element, root: Node }[]}
 */
export function treesOf(element) {
  const trees = [];
  /** @type {Element | undefined} */
  let inner = element;
  while (inner) {
    const root = inner.getRootNode();
    trees.push({ inner, root });
    // Links have a `host` too, and shadow roots of other windows are no instances of the class here.
    inner = root.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? /** @type {ShadowRoot} */ (root).host : undefined;
  }
  return trees;
}
