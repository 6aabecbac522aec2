/**
 * A question before a run: whoever has answered sees the figure after it play, and is told what to look for. Until it runs
 * the figure does not say what becomes of it: the class `untold`.
 *
 *     <fieldset class="guess">
 *       <legend>What will the loss do?</legend>
 *       <label><input type="radio" name="zero" data-told="Watch the curve."> It falls</label> ...
 *       <p role="status"></p>
 *     </fieldset>
 *     <neural-figure ...></neural-figure>
 *
 * @param {HTMLFieldSetElement} question
 */
export function askBefore(question) {
  const told = question.querySelector('[role=status]');
  const figure = /** @type {HTMLElement & { play(): void }} */ (nextFigure(question));
  figure.classList.add('untold');
  question.addEventListener('change', ({ target }) => {
    const { told: text = '' } = /** @type {HTMLInputElement} */ (target).dataset;
    if (told) told.textContent = text;
    figure.play();
  });
}

/** @param {Element} element */
function nextFigure(element) {
  let next = element.nextElementSibling;
  while (next && next.localName !== 'neural-figure') next = next.nextElementSibling;
  return next;
}
