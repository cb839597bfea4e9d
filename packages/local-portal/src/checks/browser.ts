import { join } from 'node:path';
import { userToken } from '../portal/userToken.ts';
import { seedSampleChanges } from '../seed/seedSampleChanges.ts';
import { startBuiltPortal } from '../startBuiltPortal.ts';
import type { Check } from './Check.ts';
import { readPlaywrightResult } from './readResults.ts';
import { runTool } from './runTool.ts';

/** People in a real browser, on a built portal with a database of its own. */
export const browser: Check = {
  name: 'browser',
  async run(context) {
    const chromium = await context.chromium();
    const portal = await startBuiltPortal({
      services: await context.services(),
      folder: context.folder,
      name: 'browser-test',
      databasePrefix: 'browser_test_',
      // Findings lead to the pages of their rules where a portal says where those are.
      config: {
        changeguard: {
          detection: {
            ruleDocsUrl: 'https://docs.example.com/rules/{format}.md#{rule}',
          },
        },
      },
      progress: context.progress,
    });
    const file = join(context.results, 'playwright.json');
    try {
      // As people meet it after `npm start`.
      await context.progress.during('Playing the sample changes', () =>
        seedSampleChanges({
          baseUrl: portal.baseUrl,
          tokenFor: person => userToken(person, portal.baseUrl),
        }),
      );
      const isFine = await runTool(
        'playwright',
        ['test', '--reporter=list,json'],
        {
          env: {
            ...(await context.environment()),
            PLAYWRIGHT_JSON_OUTPUT_FILE: file,
            PLAYWRIGHT_URL: portal.baseUrl,
            CHROMIUM_PATH: chromium.executablePath,
          },
        },
      );
      return readPlaywrightResult(file, isFine);
    } finally {
      await portal.stop();
    }
  },
};
