import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActForm } from '@/features/clients/ActForm';
import { askToRebook, type Client, type ClientsPage, setHold } from '@/features/clients/clients';
import classes from '@/features/clients/Clients.module.css';
import { Mood } from '@/features/clients/Mood';
import { moment } from '@/lib/moments';
import { Note } from '@/ui/Note';
import { usePracticeNow } from '@/ui/usePracticeNow';
import { usePrivacy } from '@/ui/Privacy';

interface ClientItemProps {
  client: Client;
  page: ClientsPage;
}

type Open = 'hold' | 'end-hold' | 'rebook' | 'mood' | null;

/** When they were and will be here, and what a practitioner can do about it. */
export function ClientItem({ client, page }: ClientItemProps) {
  const { t } = useTranslation('clients');
  const now = usePracticeNow(page);
  const [open, setOpen] = useState<Open>(null);
  const [isAsked, setAsked] = useState(false);
  const { mode } = usePrivacy();
  const name =
    mode === 'hidden'
      ? t('name-hidden')
      : ((mode === 'names' ? client.name : client.initials) ?? t('no-name'));
  const said = (at: string) => moment(at, page.zone, now);
  const close = () => setOpen(null);
  return (
    <>
      <h2 className={classes.name}>{name}</h2>
      <p className={classes.more}>
        {client.nextSessionAt ? t('next', { when: said(client.nextSessionAt) }) : t('no-next')}
        {'. '}
        {client.lastSessionAt ? t('last', { when: said(client.lastSessionAt) }) : t('no-last')}
        {'.'}
      </p>
      {client.held && <Note tone="info">{t('held')}</Note>}
      {isAsked && <Note tone="info">{t('rebook-asked')}</Note>}
      {open === null && <ClientButtons client={client} name={name} onOpen={setOpen} />}
      {(open === 'hold' || open === 'end-hold') && (
        <ActForm
          help={t('hold-help')}
          button={t(open)}
          onSend={(text) => setHold(client, open === 'hold', text)}
          onDone={close}
          onCancel={close}
        />
      )}
      {open === 'rebook' && (
        <ActForm
          help={t('rebook-help')}
          button={t('send')}
          onSend={(text) => askToRebook(client, text)}
          onDone={() => {
            setAsked(true);
            close();
          }}
          onCancel={close}
        />
      )}
      {open === 'mood' && <Mood personId={client.personId} zone={page.zone} onHide={close} />}
    </>
  );
}

interface ClientButtonsProps {
  client: Client;
  name: string;
  onOpen: (open: Open) => void;
}

function ClientButtons({ client, name, onOpen }: ClientButtonsProps) {
  const { t } = useTranslation('clients');
  const hold = client.held ? 'end-hold' : 'hold';
  return (
    <div className={classes.buttons}>
      {(['mood', hold, 'rebook'] as const).map((each) => (
        <Button
          key={each}
          variant="default"
          aria-label={t(`${each}-of`, { name })}
          onClick={() => onOpen(each)}
        >
          {t(each)}
        </Button>
      ))}
    </div>
  );
}
