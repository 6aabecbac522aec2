/**
 * What has become of many starts: those of one outcome are a group; of the stuck ones those of one minimum are, and of those on
 * a plateau the ones that stay there.
 *
 * @import { Config, SweptRun } from '../../types.js'
 *
 * @typedef {object} Group
 * @property {string} outcome
 * @property {number} minimum  the least loss, of those that are stuck or stay on their plateau; NaN of all others
 * @property {boolean} isDeadEnd  whether all of them fit some points, and share an answer to the others
 * @property {number[]} places  of the starts, by the epoch of solving and then by seed
 */
import { leastLoss } from '../../figure/snapshot/output.js';

/** In the order in which they are listed. */
const OUTCOMES = ['solved', 'stuck', 'plateau', 'learning', 'diverged'];

/** How near a loss is to that of so many points with a shared answer: parts of it. */
const MAX_DISTANCE_SHARE = 0.02;

/** Whether a run does not leave its plateau, for a reason that is known. @param {SweptRun} run */
export function staysOnPlateau({ outcome, reason }) {
  return outcome === 'plateau' && reason !== '';
}

/** @param {readonly SweptRun[]} runs @returns {Group[]} */
export function groupsOf(runs) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  runs.forEach((run, place) => {
    const { outcome, reason } = run;
    const stays = staysOnPlateau(run);
    const minimum = stays ? run.loss : run.minimum;
    const key = `${outcome} ${run.minimum} ${stays}`;
    const group = groups.get(key) ?? { outcome, minimum, isDeadEnd: true, places: [] };
    groups.set(key, group);
    group.minimum = Math.min(group.minimum, minimum);
    group.isDeadEnd &&= reason === 'dead-end';
    group.places.push(place);
  });
  const rank = ({ outcome = '' }) => OUTCOMES.indexOf(outcome);
  const sorted = [...groups.values()].sort((a, b) => rank(a) - rank(b) || (a.minimum || 0) - (b.minimum || 0));
  for (const { outcome, places } of sorted) {
    if (outcome === 'solved') places.sort((a, b) => runs[a].solvedAt - runs[b].solvedAt || a - b);
  }
  return sorted;
}

/**
 * How many of four points share one answer where the loss is stuck, or 0 where its size does not tell. The least loss of n
 * such points, one of another label than the rest, is n / 4 of that of the answer 1 / n.
 * @param {Group} group
 * @param {Config} config
 * @param {number} points
 */
export function shared({ isDeadEnd, minimum }, config, points) {
  if (!isDeadEnd || points !== 4 || config.output === 'tanh') return 0;
  const found = [2, 3].find((n) => Math.abs(minimum / ((n / 4) * leastLoss(1 / n, config)) - 1) <= MAX_DISTANCE_SHARE);
  return found ?? 0;
}
