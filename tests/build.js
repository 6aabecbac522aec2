/** Builds the core, which the pages load, before the first test. */
import { execFileSync } from 'node:child_process';

export default () =>
  void execFileSync(process.env.CARGO ?? 'cargo', ['xtask', 'build'], {
    cwd: new URL('..', import.meta.url),
    stdio: 'inherit',
  });
