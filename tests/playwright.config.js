import { defineConfig } from '@playwright/test';
import './acknowledge.js';
import { CHROMIUM, FIREFOX } from './browsers.js';

export default defineConfig({
  testDir: 'browser',
  globalSetup: './build.js',
  // Tests count frames and compare states; the one that holds a speed to the clock leaves room for a busy machine.
  workers: 2,
  fullyParallel: true,
  // A busy machine may stall a browser: one more try, which the report names.
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
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
