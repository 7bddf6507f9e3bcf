import '@mantine/core/styles/Overlay.layer.css';
import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Modal.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/CloseButton.layer.css';

import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import classes from '@/ui/Dialog.module.css';

interface DialogProps {
  isOpen: boolean;
  title: ReactNode;
  onClose: () => void;
  /** Off unless asked for: after an outcome the focus belongs on the next row, not on the one that left. */
  returnsFocus?: boolean;
  children: ReactNode;
}

/** A sheet over the page. Where the focus goes afterwards is the caller's to say. */
export function Dialog({ isOpen, title, onClose, returnsFocus = false, children }: DialogProps) {
  const { t } = useTranslation('common');
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    // A button that waits for its answer cannot keep the focus; without this the next Tab went to the page beneath.
    const keepWithin = ({ key }: KeyboardEvent) => {
      if (key !== 'Tab' || document.activeElement !== document.body) return;
      sheet.current?.querySelector<HTMLElement>('[role="dialog"]')?.focus();
    };
    // Before the trap of the focus, which then goes on from the dialog, in either direction.
    document.addEventListener('keydown', keepWithin, { capture: true });
    return () => document.removeEventListener('keydown', keepWithin, { capture: true });
  }, [isOpen]);
  return (
    <Modal
      ref={sheet}
      opened={isOpen}
      onClose={onClose}
      title={title}
      returnFocus={returnsFocus}
      // Staff pages scroll inside themselves only; the lock would cost a layout of everything at each opening.
      lockScroll={false}
      size={480}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('close'), size: 32 }}
      // A header of a dialog would count as one more banner of the page.
      attributes={{ header: { role: 'none' } }}
      classNames={{
        content: classes.content,
        header: classes.header,
        title: classes.title,
        body: classes.body,
      }}
    >
      {children}
    </Modal>
  );
}
