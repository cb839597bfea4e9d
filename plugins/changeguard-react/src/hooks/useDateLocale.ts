import {
  appLanguageApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';

/** The language dates are written in: that of the texts around them, not the browser's. @public */
export function useDateLocale(): string | undefined {
  return useApiHolder().get(appLanguageApiRef)?.getLanguage().language;
}
