import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { acts, type Person } from '@/features/access/access';
import classes from '@/features/access/AccessPage.module.css';
import { Confirmed } from '@/features/access/Confirmed';
import { useAct } from '@/features/access/useAct';

const STAFF = ['admin', 'practitioner'] as const;

/** A colleague's role; a client stays a client. */
export function RolePart({ person }: { person: Person }) {
  const { t } = useTranslation('access');
  const [role, setRole] = useState(person.role);
  const change = useAct(() => acts.changeRole(person.id, role));
  return (
    <section className={classes.part}>
      <NativeSelect
        size="md"
        label={t('column-role')}
        value={role}
        data={STAFF.map((value) => ({ value, label: t(`role-${value}`) }))}
        onChange={({ currentTarget }) => setRole(STAFF.find((each) => each === currentTarget.value) ?? role)}
      />
      {role !== person.role && (
        <Confirmed
          label={t('change-role')}
          consequence={t(`role-${role}-means`)}
          confirm={t('change-role')}
          isRunning={change.isRunning}
          failure={change.failure}
          onConfirm={() => change.run()}
        />
      )}
    </section>
  );
}
