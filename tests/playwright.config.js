import { defineConfig } from '@playwright/test';
import { CHROMIUM, FIREFOX } from './browsers.js';

/** Of the server that is started for a run by hand; checkouts side by side take one each. */
const port = Number(process.env.PORT ?? 8123);

export default defineConfig({
  testDir: 'browser',
  forbidOnly: Boolean(process.env.BASE_URL),
  // Tests count frames and compare states; the one that holds a speed to the clock leaves room for a busy machine.
  workers: 2,
  fullyParallel: true,
  // A busy machine may stall a browser: one more try, which the report names.
  retries: process.env.CI ? 1 : 0,
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
      use: { browserName: 'chromium', launchOptions: CHROMIUM },
    },
    {
      name: 'firefox',
      use: {
        browserName: 'firefox',
        // The stock Firefox, not Playwright's own build.
        channel: 'moz-firefox',
        launchOptions: FIREFOX,
      },
    },
  ],
});
