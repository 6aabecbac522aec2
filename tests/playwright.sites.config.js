import { defineConfig } from '@playwright/test';
import config from './playwright.config.js';

/** The published files, which are built, on other people's sites. */
export default defineConfig({
  ...config,
  testDir: 'sites',
  globalSetup: undefined,
  projects: config.projects?.map((project) =>
    project.name === 'firefox' ? { ...project, testMatch: 'frames.spec.js' } : project,
  ),
});
