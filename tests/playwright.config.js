import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { defineConfig } from '@playwright/test';

/**
 * The first of these programs on the PATH: the browsers are the ones that the machine has, and none is downloaded.
 * @param {string[]} names
 */
const find = (...names) =>
  names
    .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find((program) => existsSync(program));

const port = 8123;
const root = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'browser',
  forbidOnly: Boolean(process.env.BASE_URL),
  // Tests count frames and compare states; the one that holds a speed to the clock leaves room for a busy machine.
  workers: 2,
  fullyParallel: true,
  reporter: 'list',
  use: { baseURL: process.env.BASE_URL ?? `http://127.0.0.1:${port}/` },
  // `cargo xtask test` serves the page itself and says where; without it, start the same server.
  webServer: process.env.BASE_URL
    ? undefined
    : {
        command: `cargo xtask serve --no-watch --port ${port}`,
        url: `http://127.0.0.1:${port}/`,
        reuseExistingServer: true,
        timeout: 600_000,
      },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        launchOptions: {
          executablePath: process.env.CHROMIUM ?? find('chromium', 'chromium-browser', 'google-chrome'),
          // Chromium's sandbox does not start as root.
          chromiumSandbox: !root,
          args: [
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ],
        },
      },
    },
    {
      name: 'firefox',
      use: {
        browserName: 'firefox',
        // The stock Firefox, not Playwright's own build.
        channel: 'moz-firefox',
        launchOptions: { executablePath: process.env.FIREFOX ?? find('firefox-esr', 'firefox') },
      },
    },
  ],
});
