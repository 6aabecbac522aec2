/** The browsers are the ones that the machine has, and none is downloaded. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of these programs on the PATH. @param {string[]} names */
const find = (...names) =>
  names
    .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find((program) => existsSync(program));

/** How Chromium is started. */
export const CHROMIUM = {
  executablePath: process.env.CHROMIUM ?? find('chromium', 'chromium-browser', 'google-chrome'),
  // Chromium's sandbox does not start as root.
  chromiumSandbox: process.getuid?.() !== 0,
  args: [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** How Firefox is. */
export const FIREFOX = { executablePath: process.env.FIREFOX ?? find('firefox-esr', 'firefox') };
