/**
 * The line under the figure: epoch, loss and outcome. The line itself is no live region, as it changes in every frame; one
 * that is not seen announces the state when the reader pauses or steps, and at the end of the run.
 *
 * @import { Layout, Locale } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { html, setAttr, setNumber, setText } from '../draw/dom.js';
import { fullStory, story } from './story.js';

/** @param {Locale} locale */
export function statusView(locale) {
  const { words } = locale;
  const epoch = html('b', { class: 'digits' });
  const loss = html('b', { class: 'digits' });
  const testLoss = html('b', { class: 'digits' });
  const test = html('span', {}, html('small', {}, words.testLoss), ' ', testLoss);
  const outcome = html('span', { class: 'story' });
  const announced = html('span', { role: 'status', class: 'unseen' });
  const error = html('p', { class: 'error', part: 'error', role: 'alert', hidden: true });
  const element = html(
    'footer',
    {},
    error,
    html(
      'p',
      { class: 'status', part: 'status' },
      html('span', {}, html('small', {}, words.epoch), ' ', epoch),
      html('span', {}, html('small', {}, words.loss.toLowerCase()), ' ', loss),
      test,
      outcome,
    ),
    announced,
  );

  return {
    element,

    /** Before there is a run. @param {Layout} layout */
    prepare({ rows: [, heldOut] }) {
      test.hidden = heldOut === 0;
    },

    /** @param {Snapshot} snapshot @param {boolean} isRead */
    render(snapshot, isRead) {
      if (!isRead) return;
      setNumber(epoch, locale.whole(snapshot.epoch));
      setNumber(loss, locale.small(snapshot.loss));
      test.hidden = snapshot.heldOut.length === 0;
      if (!test.hidden) setNumber(testLoss, locale.small(snapshot.testLoss));
      setText(outcome, story(snapshot, locale));
      setAttr(outcome, 'class', `story ${snapshot.goal === null ? snapshot.outcome : 'computing'}`);
    },

    /** @param {Snapshot} snapshot */
    announce(snapshot) {
      setText(announced, fullStory(snapshot, locale));
    },

    /** Shows the errors of settings, or none. @param {string[]} messages */
    showErrors(messages) {
      setText(error, messages.map(words.settingError).join('\n'));
      error.hidden = messages.length === 0;
    },
  };
}
