import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface PageTitleProps {
  words: string;
  /** For a step that takes the place of another: the focus comes along, so that it is read. */
  isStep?: boolean;
}

/** What a page of the portal is about: its heading, and the tab's. */
export function PageTitle({ words, isStep = false }: PageTitleProps) {
  const { t } = useTranslation('app');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isStep) heading.current?.focus();
  }, [isStep]);
  return (
    <>
      <title>{`${words} · ${t('brand')}`}</title>
      <h1 ref={heading} tabIndex={-1}>
        {words}
      </h1>
    </>
  );
}
