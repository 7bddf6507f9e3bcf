import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Brings the words of a page that is loaded by itself; below it they are there as the common ones are. */
export function useWords(catalogue: string, words: object): void {
  const { i18n } = useTranslation();
  useState(() => i18n.hasResourceBundle('en', catalogue) || i18n.addResourceBundle('en', catalogue, words));
}
