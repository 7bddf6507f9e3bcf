import { useTranslation } from 'react-i18next';

import { faultOf, type Found, type RuleWeight } from '@/features/settings/scoring';
import classes from '@/features/settings/Settings.module.css';

interface RuleTableProps {
  rules: readonly RuleWeight[];
  holding: readonly RuleWeight[];
  starting: readonly RuleWeight[];
  records: Found['rules'] | undefined;
  contacts: Found['contacts'] | undefined;
  onChange: (rules: readonly RuleWeight[]) => void;
}

/** Every rule with what it counts for and what became of those it spoke for. */
export function RuleTable({ rules, holding, starting, records, contacts, onChange }: RuleTableProps) {
  const { t } = useTranslation('settings');
  return (
    <section aria-labelledby="rules" className={classes.section}>
      <h2 id="rules">{t('rules')}</h2>
      <ul className={classes.rules}>
        {rules.map((rule, index) => (
          <Rule
            key={rule.rule}
            rule={rule}
            held={holding[index] ?? rule}
            start={starting[index] ?? rule}
            record={records?.find((each) => each.rule === rule.rule)}
            contact={contacts?.find((each) => each.rule === rule.rule)}
            onChange={(changed) => onChange(rules.map((each) => (each === rule ? changed : each)))}
          />
        ))}
      </ul>
    </section>
  );
}

interface RuleProps {
  rule: RuleWeight;
  held: RuleWeight;
  start: RuleWeight;
  record: Found['rules'][number] | undefined;
  contact: Found['contacts'][number] | undefined;
  onChange: (rule: RuleWeight) => void;
}

function Rule({ rule, held, start, record, contact, onChange }: RuleProps) {
  const { t } = useTranslation('settings');
  const name = t(`rule-${rule.rule}`);
  const fault = faultOf(rule, start);
  const why = `why-${rule.rule}`;
  const isChanged =
    rule.on !== held.on || rule.tenths !== held.tenths || rule.halfLifeDays !== held.halfLifeDays;
  return (
    <li className={classes.rule} data-off={!rule.on || undefined}>
      <label className={classes.name}>
        <input
          type="checkbox"
          checked={rule.on}
          onChange={({ target }) => onChange({ ...rule, on: target.checked })}
        />
        <span>
          {name} <span className={classes.quiet}>{rule.rule}</span>
          {isChanged && <span className={classes.changed}>{t('changed')}</span>}
        </span>
      </label>
      <label className={classes.field}>
        {t('points')}
        <input
          type="number"
          step="0.5"
          aria-label={t('points-of', { name })}
          aria-invalid={fault === 'points'}
          aria-describedby={fault ? why : undefined}
          value={Number.isNaN(rule.tenths) ? '' : rule.tenths / 10}
          onChange={({ target }) => onChange({ ...rule, tenths: Math.round(target.valueAsNumber * 10) })}
        />
      </label>
      <label className={classes.field}>
        {t('half-life')}
        <input
          type="number"
          min={1}
          max={365}
          aria-label={t('half-life-of', { name })}
          aria-invalid={fault === 'days'}
          aria-describedby={fault ? why : undefined}
          value={Number.isNaN(rule.halfLifeDays) ? '' : rule.halfLifeDays}
          onChange={({ target }) => onChange({ ...rule, halfLifeDays: target.valueAsNumber })}
        />
      </label>
      {fault && (
        <p id={why} className={classes.wrong}>
          {t(fault === 'points' && start.tenths < 0 ? 'wrong-points-less' : `wrong-${fault}`)}
        </p>
      )}
      <p className={classes.record}>
        {record && t('record', { ...record })}{' '}
        {contact &&
          (contact.booked === undefined
            ? t('contact-few', { count: contact.contacted })
            : t('contact-record', { booked: contact.booked, count: contact.contacted }))}
      </p>
    </li>
  );
}
