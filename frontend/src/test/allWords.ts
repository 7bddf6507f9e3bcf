import { makeI18n } from '@/app/i18n';
import { staffWords } from '@/app/staffWords';

const catalogues = import.meta.glob<object>('../locales/en/*.json', { eager: true, import: 'default' });

/** Every catalogue there is, also those that pages bring along; for both doors have an `app`, the staff's stands. */
export function allWords() {
  const i18n = makeI18n(staffWords);
  for (const [path, words] of Object.entries(catalogues)) {
    const name = path.replace(/.*\/|\.json$/g, '');
    if (!i18n.hasResourceBundle('en', name)) i18n.addResourceBundle('en', name, words);
  }
  return i18n;
}
