import { defineConfig } from '@playwright/test';
import config from './playwright.config.js';

/** The published files on other people's sites. They bring their own servers. */
export default defineConfig({
  ...config,
  testDir: 'sites',
  webServer: undefined,
  projects: config.projects?.map((project) =>
    project.name === 'firefox' ? { ...project, testMatch: 'frames.spec.js' } : project,
  ),
});
