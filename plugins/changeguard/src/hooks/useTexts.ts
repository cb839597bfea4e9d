import {
  TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { changeGuardTranslationRef } from '../translation';

/** Looks up a text of this plugin. */
export type Texts = TranslationFunction<
  (typeof changeGuardTranslationRef)['T']
>;

/** The texts of this plugin in the reader's language. */
export function useTexts(): Texts {
  return useTranslationRef(changeGuardTranslationRef).t;
}
